import type { Segment } from './segment.ts';

/** One occurrence of a loop (X12) or segment group (EDIFACT), or the whole transaction. */
export interface LoopInstance {
  /** X12: the identifier of the loop, mostly its first segment; EDIFACT: `SG1`. The whole: ''. */
  readonly name: string;
  /** The segments directly in this loop, in order. */
  readonly segments: readonly Segment[];
  /** The loops directly in this loop, in order. */
  readonly loops: readonly LoopInstance[];
}

/** The first segment with this tag directly in a loop. */
export const segmentIn = (loop: LoopInstance, tag: string): Segment | undefined =>
  loop.segments.find(({ id }) => id === tag);

/** All segments with this tag directly in a loop. */
export const segmentsIn = (loop: LoopInstance, tag: string): readonly Segment[] =>
  loop.segments.filter(({ id }) => id === tag);

/** All loops with this name directly in a loop. */
export const loopsIn = (loop: LoopInstance, name: string): readonly LoopInstance[] =>
  loop.loops.filter((inner) => inner.name === name);

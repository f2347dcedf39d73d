import { checkElements } from './check-elements.ts';
import type { FaultDraft } from './fault.ts';
import type { LoopInstance } from './loop-instance.ts';
import type { TransactionSchema, Use } from './schema.ts';
import type { Segment } from './segment.ts';

interface GrowingLoop extends LoopInstance {
  readonly segments: Segment[];
  readonly loops: GrowingLoop[];
}

/** Where we are in one loop: which use, how often it occurred. */
interface Frame {
  readonly content: readonly Use[];
  readonly instance: GrowingLoop;
  index: number;
  count: number;
}

interface Place {
  /** Index of the frame in the stack. */
  readonly frame: number;
  readonly index: number;
  /** The use is at its maximum already. */
  readonly exceeded: boolean;
}

const tagOf = (use: Use): string => (use.kind === 'loop' ? use.first : use.id);

/**
 * Walks a schema with the segments of one transaction, reports what does not fit and puts every
 * segment into its loop. The next place is the first one ahead: the same use again, what follows in
 * the loop, the loop again, what follows the loop.
 */
export class TransactionWalker {
  readonly root: LoopInstance;
  readonly #schema: TransactionSchema;
  readonly #report: (fault: FaultDraft) => void;
  readonly #frames: Frame[];

  constructor(schema: TransactionSchema, report: (fault: FaultDraft) => void) {
    const instance: GrowingLoop = { name: '', segments: [], loops: [] };
    this.root = instance;
    this.#schema = schema;
    this.#report = report;
    this.#frames = [{ content: schema.content, instance, index: 0, count: 0 }];
  }

  take(segment: Segment): void {
    const place = this.#find(segment.id);
    if (!place) {
      this.#unplaced(segment);
      return;
    }
    this.#leave(place, segment.position);
    const frame = this.#frames[place.frame];
    const use = frame?.content[place.index];
    if (!frame || !use) return;
    frame.count = frame.index === place.index ? frame.count + 1 : 1;
    frame.index = place.index;
    if (place.exceeded) this.#exceeded(use, segment);
    this.#put(segment, frame, use);
  }

  #put(segment: Segment, frame: Frame, use: Use): void {
    if (use.kind === 'segment') {
      frame.instance.segments.push(segment);
      checkElements(segment, use.schema, frame.instance.name, this.#report);
      return;
    }
    const instance: GrowingLoop = { name: use.name, segments: [], loops: [] };
    frame.instance.loops.push(instance);
    const inner: Frame = { content: use.content, instance, index: 0, count: 1 };
    this.#frames.push(inner);
    const first = use.content[0];
    if (first) this.#put(segment, inner, first);
  }

  /** The first place ahead with room; without one, the first that is full. */
  #find(id: string): Place | undefined {
    let full: Place | undefined;
    for (let depth = this.#frames.length - 1; depth >= 0; depth--) {
      const frame = this.#frames[depth];
      if (!frame) continue;
      const { content } = frame;
      // The first segment of a loop begins another occurrence of it: that is a place of the frame below.
      for (let index = depth > 0 ? Math.max(frame.index, 1) : frame.index; index < content.length; index++) {
        const use = content[index];
        if (!use || tagOf(use) !== id) continue;
        const exceeded = index === frame.index && frame.count >= use.maximum;
        if (!exceeded) return { frame: depth, index, exceeded };
        full ??= { frame: depth, index, exceeded };
      }
    }
    return full;
  }

  /** Close the loops above a place and report what was mandatory and is passed over. */
  #leave(place: Place, position: number): void {
    while (this.#frames.length - 1 > place.frame) {
      const frame = this.#frames.pop();
      if (frame) this.#passOver(frame, frame.content.length, position);
    }
    const frame = this.#frames[place.frame];
    if (frame && frame.index !== place.index) this.#passOver(frame, place.index, position);
  }

  #passOver(frame: Frame, until: number, position: number): void {
    for (let index = frame.index; index < until; index++) {
      const use = frame.content[index];
      if (!use?.mandatory || (index === frame.index && frame.count > 0)) continue;
      this.#report({
        kind: use.kind === 'loop' ? 'loop-missing' : 'segment-missing',
        level: 'segment',
        position,
        segment: tagOf(use),
        ...(use.kind === 'loop' ? { loop: use.name } : loopOf(frame)),
        message: use.kind === 'loop' ? `loop ${use.name} must be there` : `segment ${use.id} must be there`,
      });
    }
  }

  #exceeded(use: Use, segment: Segment): void {
    const isLoop = use.kind === 'loop';
    this.#report({
      kind: isLoop ? 'loop-repeats' : 'segment-repeats',
      level: 'segment',
      position: segment.position,
      segment: segment.id,
      ...(isLoop ? { loop: use.name } : {}),
      message: `${isLoop ? `loop ${use.name}` : segment.id} may be there ${use.maximum} times`,
    });
  }

  #unplaced(segment: Segment): void {
    const frame = this.#frames.at(-1);
    const known = this.#schema.tags.has(segment.id);
    this.#report({
      kind: known ? 'segment-unexpected' : 'segment-unknown',
      level: 'segment',
      position: segment.position,
      segment: segment.id,
      ...(frame ? loopOf(frame) : {}),
      message: known
        ? `segment ${segment.id} has no place here in ${this.#schema.type} ${this.#schema.version}`
        : `segment ${segment.id} is not in ${this.#schema.type} ${this.#schema.version}`,
    });
    frame?.instance.segments.push(segment);
  }
}

const loopOf = ({ instance }: Frame): { loop?: string } =>
  instance.name === '' ? {} : { loop: instance.name };

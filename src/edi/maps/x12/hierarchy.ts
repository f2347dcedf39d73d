import type { LoopInstance } from '../../codec/loop-instance.ts';
import { segmentIn } from '../../codec/loop-instance.ts';
import type { Segment } from '../../codec/segment.ts';
import type { Reading } from '../reading.ts';

/** One HL with what is below it. */
export interface HierarchicalLevel {
  readonly id: string;
  readonly parent: string;
  /** HL03: S shipment, O order, T tare, P pack, I item. */
  readonly code: string;
  readonly hl: Segment;
  readonly loop: LoopInstance;
  readonly children: HierarchicalLevel[];
}

/**
 * The HL loops as trees: HL02 names the parent, which must come before. HL01 that comes twice and a parent that
 * never came are faults. HL04 only says whether children follow, which the children say themselves.
 */
export function hierarchyOf(reading: Reading, loops: readonly LoopInstance[]): HierarchicalLevel[] {
  const byId = new Map<string, HierarchicalLevel>();
  const roots: HierarchicalLevel[] = [];
  for (const loop of loops) {
    const hl = segmentIn(loop, 'HL');
    if (hl === undefined) continue;
    const [id, parent, code] = [reading.text(hl, 1), reading.text(hl, 2), reading.text(hl, 3)];
    reading.note(hl, 4);
    const level = { id, parent, code, hl, loop, children: [] };
    if (byId.has(id)) reading.fault(hl, { element: 1 }, 'is the number of another HL already');
    const above = byId.get(parent);
    if (parent === '') roots.push(level);
    else if (above) above.children.push(level);
    else reading.fault(hl, { element: 2 }, 'is the number of no HL before this one');
    byId.set(id, level);
  }
  return roots;
}

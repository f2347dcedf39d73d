import type { LineCursor } from './line-cursor.ts';

/**
 * Several ordered cursors as one ordered cursor; one line of each is in memory. `before` says whether a line comes
 * before another; of equals any may come first.
 */
export function mergeLines(
  cursors: readonly LineCursor[],
  before: (a: string, b: string) => boolean,
): LineCursor {
  const heap = cursors.filter(({ line }) => line !== undefined);
  const precedes = (a: LineCursor | undefined, b: LineCursor | undefined): boolean =>
    a?.line !== undefined && (b?.line === undefined || before(a.line, b.line));
  const sink = (start: number): void => {
    for (let at = start; ; ) {
      const left = 2 * at + 1;
      const child = precedes(heap[left + 1], heap[left]) ? left + 1 : left;
      const [parent, least] = [heap[at], heap[child]];
      if (!parent || !least || !precedes(least, parent)) return;
      heap[at] = least;
      heap[child] = parent;
      at = child;
    }
  };
  for (let at = heap.length >> 1; at >= 0; at -= 1) sink(at);
  return {
    get line() {
      return heap[0]?.line;
    },
    advance: () => {
      const waiting = heap[0]?.advance();
      if (waiting) return waiting.then(() => sink(0));
      sink(0);
      return undefined;
    },
  };
}

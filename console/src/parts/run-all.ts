/** How one of many went. */
export interface Outcome<T> {
  readonly item: T;
  readonly error?: unknown;
}

/**
 * Do one thing for each of many, a few at a time; one that fails holds nobody up. `onProgress` gets the number done.
 * Once the signal is aborted no further one is begun; what was not begun has no outcome. Outcomes are in the order
 * of the items.
 */
export async function runAll<T>(
  items: readonly T[],
  run: (item: T) => Promise<unknown>,
  options: {
    readonly atATime?: number;
    readonly signal?: AbortSignal;
    readonly onProgress?: (done: number) => void;
  } = {},
): Promise<readonly Outcome<T>[]> {
  const { atATime = 4, signal, onProgress } = options;
  const outcomes: (Outcome<T> | undefined)[] = items.map(() => undefined);
  const waiting = items.entries();
  let done = 0;
  const work = async (): Promise<void> => {
    // All workers draw from one iterator: whoever is free takes the next.
    for (const [index, item] of waiting) {
      outcomes[index] = await run(item).then(
        () => ({ item }),
        (error: unknown) => ({ item, error }),
      );
      done += 1;
      onProgress?.(done);
      if (signal?.aborted) return;
    }
  };
  if (!signal?.aborted) await Promise.all(Array.from({ length: atATime }, work));
  return outcomes.filter((outcome) => outcome !== undefined);
}

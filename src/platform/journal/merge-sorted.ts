interface Source<T> {
  readonly iterator: AsyncIterator<T>;
  readonly head: T;
}

/**
 * The entries of several sorted sources as one sorted sequence, pulling from each only as far as it is read. All
 * sources are asked for their first entry at once.
 */
export async function* mergeSorted<T>(
  sources: readonly AsyncIterable<T>[],
  compare: (a: T, b: T) => number,
): AsyncGenerator<T> {
  const iterators = sources.map((source) => source[Symbol.asyncIterator]());
  let open = (await Promise.all(iterators.map(advance))).filter((source) => source !== undefined);
  while (open.length > 0) {
    const least = open.reduce((a, b) => (compare(b.head, a.head) < 0 ? b : a));
    yield least.head;
    const next = await advance(least.iterator);
    open = open.map((source) => (source === least ? next : source)).filter((source) => source !== undefined);
  }
}

async function advance<T>(iterator: AsyncIterator<T>): Promise<Source<T> | undefined> {
  const { done, value } = await iterator.next();
  return done ? undefined : { iterator, head: value };
}

/** One line of progress for whoever watches. */
export type Say = (line: string) => void;

/** Do one step of many: its name before, its duration after. A failure is passed on, with the time it took. */
export async function phase<T>(name: string, say: Say, work: () => Promise<T>): Promise<T> {
  const began = Date.now();
  const seconds = () => ((Date.now() - began) / 1000).toFixed(1);
  say(`${name} …`);
  try {
    const result = await work();
    say(`  done (${seconds()} s)`);
    return result;
  } catch (failure) {
    say(`  failed (${seconds()} s)`);
    throw failure;
  }
}

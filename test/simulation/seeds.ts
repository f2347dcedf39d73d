/**
 * The seeds of a run: `SEED=123` for one, to replay what failed; `SEEDS=100000` for more than the `usual` number;
 * `FROM=5000` to begin elsewhere.
 */
export function seeds(usual: number): readonly number[] {
  const { SEED, SEEDS, FROM } = process.env;
  if (SEED !== undefined) return [Number(SEED)];
  const from = Number(FROM ?? 1);
  return Array.from({ length: Number(SEEDS ?? usual) }, (_, n) => from + n);
}

/** What breaks among these seeds, each with how to run it again; it stops at `enough`. */
export async function failing(
  among: readonly number[],
  brokenIn: (seed: number) => Promise<readonly string[]>,
  enough = 5,
): Promise<readonly string[]> {
  const found: string[] = [];
  for (const seed of among) {
    const broken = await brokenIn(seed);
    if (broken.length > 0) found.push(`${broken.join('; ')} (${howToReplay(seed)})`);
    if (found.length >= enough) break;
  }
  return found;
}

const howToReplay = (seed: number): string => `SEED=${seed} npx vitest run --project simulation`;

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

/** How a failing seed is run again. */
export const howToReplay = (seed: number): string => `SEED=${seed} npx vitest run --project simulation`;

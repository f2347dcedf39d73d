/** What one file of a partner may ask of us; what is beyond is refused with its reason. */
export const exchangeLimits = {
  fileBytes: 50 * 1024 ** 2,
  transactionsPerFile: 20_000,
  /** JSON of one document in canonical form. */
  canonicalBytes: 5 * 1024 ** 2,
  /** Milliseconds, calls inside each other, and values of one list, of one deviation's expression. */
  deviationMs: 1_000,
  deviationDepth: 200,
  deviationValues: 300_000,
} as const;

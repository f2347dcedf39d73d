/** What a file may ask of us at most; anything beyond is refused before memory grows. */
export const intakeLimits = {
  /** Of the file as it comes and, where it is compressed, of what it expands to. */
  fileBytes: 2 * 1024 ** 3,
  lineBytes: 64 * 1024,
  columns: 20,
  rows: 20_000_000,
  /** Bytes out per byte in. */
  expansion: 100,
  manifestBytes: 10_000,
} as const;

export type IntakeLimits = { readonly [Limit in keyof typeof intakeLimits]: number };

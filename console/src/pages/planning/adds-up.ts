/** Whether parts make up a whole. */
export const addsUp = (whole: number, parts: readonly number[]): boolean =>
  whole === parts.reduce((sum, part) => sum + part, 0);

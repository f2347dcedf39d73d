interface Points {
  readonly points: readonly { readonly x: string; readonly y: number }[];
}

/** One x with the value of each series, where it has one. */
export interface ChartRow {
  readonly x: string;
  readonly values: readonly (number | undefined)[];
}

/** The numbers of a chart as rows of a table: each x once, in the order of first appearance. Pure. */
export function chartRows(series: readonly Points[]): readonly ChartRow[] {
  const all = new Set(series.flatMap(({ points }) => points.map(({ x }) => x)));
  return [...all].map((x) => ({
    x,
    values: series.map(({ points }) => points.find((point) => point.x === x)?.y),
  }));
}

/** The days a chart spans, in order, and its highest value with some air above. Pure. */
export function domainOf(
  series: readonly Points[],
  atLeast = 0,
): { readonly days: readonly string[]; readonly highest: number } {
  const points = series.flatMap((one) => one.points);
  const highest = points.reduce((top, { y }) => Math.max(top, y), atLeast);
  return {
    days: [...new Set(points.map(({ x }) => x))].sort(),
    highest: highest > 0 ? highest * 1.1 : 1,
  };
}

/** Where a chart's scale begins: at nothing, or below where a value is. Pure. */
export const lowestOf = (series: readonly Points[]): number =>
  series.flatMap(({ points }) => points).reduce((low, { y }) => Math.min(low, y), 0);

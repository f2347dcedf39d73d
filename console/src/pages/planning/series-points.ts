/** A forecast series as points of a chart: its weeks begin seven days apart. Pure. */
export const seriesPoints = (series: {
  readonly from: string;
  readonly quantities: readonly string[];
}): readonly { readonly x: string; readonly y: number }[] =>
  series.quantities.map((quantity, week) => ({
    x: new Date(Date.parse(`${series.from}T00:00:00Z`) + week * 7 * 86_400_000).toISOString().slice(0, 10),
    y: Number(quantity),
  }));

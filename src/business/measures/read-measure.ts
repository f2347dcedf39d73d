import type { ForecastDue } from '#core/canonical/settings.ts';
import type { Instant, LocalDate } from '#core/kernel/dates.ts';
import { metCutOffs, shareOfCutOffs } from './cut-offs.ts';
import type { MeasureDefinition } from './definition.ts';
import { type DayOfFigure, daysOf, type Figure, figureOf } from './figure.ts';
import type { CountedOf, Figures } from './ports.ts';
import { cutOffDays } from './rules/forecast-cut-off.ts';

export interface Period {
  readonly from: LocalDate;
  readonly to: LocalDate;
  readonly now: Instant;
  /** When forecasts are agreed to be in force. */
  readonly due: ForecastDue | undefined;
}

export interface ReadFigure {
  readonly figure: Figure;
  readonly days: readonly DayOfFigure[];
}

/** A measure of everybody and everything, over some days: one read. */
export const readAll = (figures: Figures, measure: MeasureDefinition, period: Period): Promise<ReadFigure> =>
  readOf(figures, measure, { dimension: 'all', value: 'all' }, period);

/** A measure of one value of a dimension. */
export async function readOf(
  figures: Figures,
  measure: MeasureDefinition,
  of: Omit<CountedOf, 'counted'>,
  { from, to, now, due }: Period,
): Promise<ReadFigure> {
  if (typeof measure.counted !== 'string') throw new Error(`${measure.id} waits and is not counted`);
  const days = await figures.days({ counted: measure.counted, ...of }, from, to);
  if (measure.statistic !== 'cut-offs') {
    return { figure: figureOf(measure, days), days: daysOf(measure, days) };
  }
  const met = metCutOffs(due ? cutOffDays({ from, to, now }, due) : [], days);
  return { figure: shareOfCutOffs(met), days: met };
}

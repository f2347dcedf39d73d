import { TimeChart } from '../../parts/charts.tsx';
import { linkTo } from '../../parts/filters.ts';
import { PageLink } from '../../parts/page-link.tsx';
import { type DayFigure, figureText, type Unit } from './figure-text.ts';

interface ChartedFigure {
  readonly id: string;
  readonly title: string;
  readonly unit: Unit;
  readonly definition: string;
  readonly days: readonly DayFigure[];
}

interface MeasureChartProps {
  readonly figure: ChartedFigure;
  /** The period, where the chart leads on to the figure's own page. */
  readonly leadsOnFor?: number;
}

/** A figure over the days of the period; days on which nothing was counted are left out. */
export function MeasureChart({ figure, leadsOnFor }: MeasureChartProps) {
  const { id, title, unit, definition } = figure;
  return (
    <TimeChart
      title={title}
      description={definition}
      series={[{ title, points: pointsOf(figure.days) }]}
      valueText={(y) => figureText(unit, y)}
      height={160}
      {...(leadsOnFor !== undefined && {
        actions: (
          <PageLink
            href={linkTo(`/measures/${encodeURIComponent(id)}`, { days: String(leadsOnFor) })}
            label={`Break it down: ${title}`}
          >
            Break it down
          </PageLink>
        ),
      })}
    />
  );
}

/** The counted days, oldest first. Pure. */
export const pointsOf = (days: readonly DayFigure[]): readonly { readonly x: string; readonly y: number }[] =>
  days
    .flatMap(({ day, value }) => (value === undefined ? [] : [{ x: day, y: value }]))
    .sort((a, b) => a.x.localeCompare(b.x));

import type { Dimension } from '#core/canonical/figures.ts';
import type { LocalDate } from '#core/kernel/dates.ts';
import { problem } from '#core/kernel/problem.ts';
import { fail, ok, type Result } from '#core/kernel/result.ts';
import { linkOf, type MeasureDefinition } from './definition.ts';
import { measureDefinitions } from './definitions.ts';
import { byWhom, described, type OverviewPorts } from './get-overview.ts';
import { type Period, type ReadFigure, readAll, readOf } from './read-measure.ts';

export interface MeasureQuery {
  readonly measureId: string;
  readonly dimension?: Dimension | undefined;
  readonly value?: string | undefined;
  readonly from: LocalDate;
  readonly to: LocalDate;
}

type MeasureReading = Pick<OverviewPorts, 'figures' | 'settings' | 'clock'>;

/** Values of a dimension that are answered at most, and read at once. */
const MOST_VALUES = 200;
const AT_ONCE = 20;

/**
 * One measure day by day: of all, of one value of a dimension, or of each value there is (at most 200), and the
 * whole beside it. One read a value. Problems: `not-found`; `validation-failed` for a dimension it has not.
 */
export async function getMeasure(ports: MeasureReading, query: MeasureQuery) {
  const { measureId, from, to } = query;
  const measure = measureDefinitions.find(({ id }) => id === measureId);
  if (!measure) return fail(problem('not-found', `There is no measure ${measureId}.`));
  const dimension = dimensionOf(measure, query.dimension);
  if (dimension !== 'all' && !measure.dimensions.includes(dimension)) return notOf(measure, dimension);
  const due = (await ports.settings.get('measures'))?.value.forecastDue;
  const asked = { measure, dimension, value: query.value, period: { from, to, now: ports.clock.now(), due } };
  const { whole, values } =
    measure.statistic === 'waiting' ? await waiting(ports, asked) : await flow(ports, asked);
  return ok({
    ...described(measure),
    ...whole,
    dimension,
    from,
    to,
    values: values.map(({ of, figure, days }) => ({
      of,
      ...figure,
      days: [...days],
      link: linkOf(measure, dimension, of),
    })),
  });
}

/** What waits is kept by somebody or something only. */
function dimensionOf({ statistic, dimensions }: MeasureDefinition, asked: Dimension = 'all'): Dimension {
  return statistic === 'waiting' && asked === 'all' ? (dimensions[0] ?? 'all') : asked;
}

const notOf = ({ id, dimensions }: MeasureDefinition, dimension: Dimension): Result<never> => {
  const message = `must be one of ${['all', ...dimensions].join(', ')}`;
  return fail(
    problem('validation-failed', `${id} has no ${dimension}.`, { faults: [{ at: '/dimension', message }] }),
  );
};

interface Asked {
  readonly measure: MeasureDefinition;
  readonly dimension: Dimension;
  readonly value: string | undefined;
  readonly period: Period;
}

type ReadValue = ReadFigure & { readonly of: string };

async function flow({ figures }: MeasureReading, { measure, dimension, value, period }: Asked) {
  const all = await readAll(figures, measure, period);
  if (dimension === 'all') return { whole: all.figure, values: [{ of: 'all', ...all }] };
  const counted = typeof measure.counted === 'string' ? measure.counted : '';
  const names = value === undefined ? await figures.values(counted, dimension, MOST_VALUES) : [value];
  const values: ReadValue[] = [];
  for (let at = 0; at < names.length; at += AT_ONCE) {
    const some = names.slice(at, at + AT_ONCE);
    values.push(
      ...(await Promise.all(
        some.map(async (of) => ({
          of,
          ...(await readOf(figures, measure, { dimension, value: of }, period)),
        })),
      )),
    );
  }
  const [one] = values;
  return { whole: value === undefined || !one ? all.figure : one.figure, values };
}

/** Of what waits the days are those on which it began to. */
async function waiting({ figures }: MeasureReading, { measure, dimension, value, period }: Asked) {
  const what = typeof measure.counted === 'object' ? measure.counted[dimension] : undefined;
  const found = what === undefined ? [] : await figures.waiting(what, period.from);
  const within = found.filter(({ by, day }) => day <= period.to && (value === undefined || by === value));
  const values = [...byWhom(within)].slice(0, MOST_VALUES).map(([of, entries]): ReadValue => {
    const days = entries.map(({ day, count }) => ({ day, value: count, numerator: count }));
    const sum = days.reduce((total, day) => total + day.numerator, 0);
    return { of, figure: { value: sum, numerator: sum }, days };
  });
  const sum = values.reduce((total, { figure }) => total + figure.numerator, 0);
  return { whole: { value: sum, numerator: sum }, values };
}

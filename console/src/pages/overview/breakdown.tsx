import Button from '@cloudscape-design/components/button';
import Header from '@cloudscape-design/components/header';
import SpaceBetween from '@cloudscape-design/components/space-between';
import Table from '@cloudscape-design/components/table';
import type { MeasureSeries } from '#contracts/client.ts';
import { CategoryChart, TimeChart } from '../../parts/charts.tsx';
import { Empty } from '../../parts/empty.tsx';
import { words } from '../../parts/format.ts';
import { PageLink } from '../../parts/page-link.tsx';
import { figureText, shareText } from './figure-text.ts';
import { pointsOf } from './measure-chart.tsx';

type Value = MeasureSeries['values'][number];

/** More bars than this nobody reads; the table has all. */
const MOST_BARS = 20;

interface BreakdownProps {
  readonly series: MeasureSeries;
  /** The value whose days are shown. */
  readonly chosen: string | undefined;
  readonly onChoose: (of: string | undefined) => void;
}

/** A measure by supplier, region, process …: the worst first, as bars and as a table. */
export function Breakdown({ series, chosen, onChoose }: BreakdownProps) {
  const { title, unit, dimension } = series;
  const values = worstFirst(series);
  const one = values.find(({ of }) => of === chosen);
  const what = words(dimension).toLowerCase();
  return (
    <SpaceBetween size="l">
      <CategoryChart
        title={`${title} by ${what}`}
        description={`The worst first${values.length > MOST_BARS ? `, ${MOST_BARS} of ${values.length}` : ''}.`}
        series={[
          {
            title,
            points: values
              .slice(0, MOST_BARS)
              .flatMap(({ of, value }) => (value === undefined ? [] : [{ x: of, y: value }])),
          },
        ]}
        valueText={(y) => figureText(unit, y)}
        horizontal
      />
      <Table<Value>
        items={values}
        trackBy="of"
        wrapLines
        header={<Header variant="h2" counter={`(${values.length})`}>{`Every ${what}`}</Header>}
        ariaLabels={{ tableLabel: `${title} by ${what}` }}
        empty={
          <Empty title={`Nothing has been counted by ${what}`} hint="Choose another way to break it down." />
        }
        columnDefinitions={[
          {
            id: 'of',
            header: words(dimension),
            isRowHeader: true,
            cell: ({ of, link }) => <PageLink href={link}>{of}</PageLink>,
          },
          { id: 'value', header: title, cell: ({ value }) => figureText(unit, value) },
          { id: 'share', header: 'Counted', cell: (value) => shareText(value, unit) || value.numerator },
          {
            id: 'days',
            header: 'Day by day',
            cell: ({ of }) => (
              <Button variant="inline-link" ariaLabel={`Show ${of} day by day`} onClick={() => onChoose(of)}>
                Show
              </Button>
            ),
          },
        ]}
      />
      {one && (
        <TimeChart
          title={`${title}: ${one.of}`}
          description={series.definition}
          series={[{ title: one.of, points: pointsOf(one.days) }]}
          valueText={(y) => figureText(unit, y)}
          actions={<Button onClick={() => onChoose(undefined)}>Hide</Button>}
        />
      )}
    </SpaceBetween>
  );
}

/** By value, the one that should change most at the top; what was not counted at the end. */
const worstFirst = ({ values, better }: MeasureSeries): readonly Value[] =>
  [...values].sort((a, b) => {
    if (a.value === undefined || b.value === undefined) return a.value === undefined ? 1 : -1;
    return better === 'higher' ? a.value - b.value : b.value - a.value;
  });

import Box from '@cloudscape-design/components/box';
import Container from '@cloudscape-design/components/container';
import ExpandableSection from '@cloudscape-design/components/expandable-section';
import Header from '@cloudscape-design/components/header';
import Table from '@cloudscape-design/components/table';
import { lazy, type ReactNode, Suspense } from 'react';
import { type ChartRow, chartRows, domainOf, lowestOf } from './chart-rows.ts';
import { Empty } from './empty.tsx';
import { dateText } from './format.ts';

// What draws is loaded when there is something to draw: the numbers are on the page before.
const LineChart = lazy(() => import('@cloudscape-design/components/line-chart'));
const BarChart = lazy(() => import('@cloudscape-design/components/bar-chart'));

/** One line or one colour of bars; `x` is a day (`2026-11-21`) or a word. */
export interface Series {
  readonly title: string;
  readonly points: readonly { readonly x: string; readonly y: number }[];
}

interface ChartProps {
  readonly title: string;
  /** What it shows in one sentence; read out instead of the picture. */
  readonly description: string;
  readonly series: readonly Series[];
  /** How a value is read, with its unit: `(y) => `${y} %``. */
  readonly valueText?: (y: number) => string;
  readonly yTitle?: string;
  readonly height?: number;
  readonly actions?: ReactNode;
  /** A line to compare with, such as a target. */
  readonly threshold?: { readonly title: string; readonly y: number };
}

const plain = (y: number): string => new Intl.NumberFormat().format(y);
const shortDay = (at: Date | number | string): string =>
  new Intl.DateTimeFormat(undefined, { month: 'short', day: 'numeric', timeZone: 'UTC' }).format(
    new Date(at),
  );

/** Values over days, as lines; with the same numbers as a table below, for who cannot see it. */
export function TimeChart(props: ChartProps) {
  const { series, valueText = plain, height = 240, threshold, description, yTitle } = props;
  const { days, highest } = domainOf(series, threshold?.y);
  const [first, last] = [days[0], days.at(-1)];
  return (
    <ChartFrame {...props} xTitle="Day" xText={dateText}>
      {first && last && (
        <LineChart
          series={[
            ...series.map(({ title, points }) => ({
              type: 'line' as const,
              title,
              data: points.map(({ x, y }) => ({ x: new Date(`${x}T00:00:00Z`), y })),
              valueFormatter: valueText,
            })),
            ...(threshold ? [{ type: 'threshold' as const, ...threshold, valueFormatter: valueText }] : []),
          ]}
          xScaleType="time"
          xDomain={[new Date(`${first}T00:00:00Z`), new Date(`${last}T00:00:00Z`)]}
          yDomain={[lowestOf(series), highest]}
          xTickFormatter={shortDay}
          yTickFormatter={valueText}
          {...(yTitle && { yTitle })}
          height={height}
          hideFilter
          ariaLabel={props.title}
          ariaDescription={description}
        />
      )}
    </ChartFrame>
  );
}

/** Values by word (supplier, owner, age …), as bars; with the same numbers as a table below. */
export function CategoryChart(
  props: ChartProps & { readonly horizontal?: boolean; readonly stacked?: boolean },
) {
  const { series, valueText = plain, height = 240, description, horizontal = false, stacked = false } = props;
  return (
    <ChartFrame {...props} xTitle="" xText={(x) => x}>
      <BarChart
        series={series.map(({ title, points }) => ({
          type: 'bar' as const,
          title,
          data: points.map(({ x, y }) => ({ x, y })),
          valueFormatter: valueText,
        }))}
        xScaleType="categorical"
        yTickFormatter={valueText}
        horizontalBars={horizontal}
        stackedBars={stacked}
        {...(props.yTitle && { yTitle: props.yTitle })}
        height={height}
        hideFilter
        hideLegend={series.length < 2}
        ariaLabel={props.title}
        ariaDescription={description}
      />
    </ChartFrame>
  );
}

interface FrameProps extends ChartProps {
  readonly xTitle: string;
  readonly xText: (x: string) => string;
  readonly children: ReactNode;
}

function ChartFrame({
  title,
  description,
  series,
  valueText = plain,
  actions,
  xTitle,
  xText,
  children,
}: FrameProps) {
  const rows = chartRows(series);
  return (
    <Container
      header={
        <Header variant="h2" description={description} actions={actions}>
          {title}
        </Header>
      }
    >
      {rows.length === 0 ? (
        <Empty title="Nothing has been counted yet" hint="The chart fills as things happen." />
      ) : (
        <>
          <Suspense fallback={<Box padding={{ top: 'xxxl' }}>Drawing…</Box>}>{children}</Suspense>
          <ExpandableSection headerText="The same as a table">
            <Table
              variant="borderless"
              items={rows}
              trackBy="x"
              ariaLabels={{ tableLabel: title }}
              columnDefinitions={[
                { id: 'x', header: xTitle, cell: ({ x }) => xText(x), isRowHeader: true },
                ...series.map((one, index) => ({
                  id: one.title,
                  header: one.title,
                  cell: ({ values }: ChartRow) => {
                    const value = values[index];
                    return value === undefined ? '–' : valueText(value);
                  },
                })),
              ]}
            />
          </ExpandableSection>
        </>
      )}
    </Container>
  );
}

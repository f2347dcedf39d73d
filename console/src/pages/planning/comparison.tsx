import Button from '@cloudscape-design/components/button';
import Header from '@cloudscape-design/components/header';
import SpaceBetween from '@cloudscape-design/components/space-between';
import Table from '@cloudscape-design/components/table';
import type { ForecastComparison, ForecastRelease } from '#contracts/client.ts';
import { useApi } from '../../api/client.ts';
import { useRecord } from '../../api/use-record.ts';
import { TimeChart } from '../../parts/charts.tsx';
import { Empty } from '../../parts/empty.tsx';
import { EntityLink } from '../../parts/entity-link.tsx';
import { changePercent, difference } from '../../parts/exact.ts';
import { decimalText, quantityText, words } from '../../parts/format.ts';
import { KeyFigures } from '../../parts/key-figures.tsx';
import { Loaded } from '../../parts/loaded.tsx';
import { useFilters } from '../../parts/use-filters.ts';
import { SeriesChart } from './series-chart.tsx';

type Change = ForecastComparison['largest'][number];

/** A release beside the baseline it follows: in figures, week by week, and where it changes most. */
export function Comparison({ release }: { readonly release: ForecastRelease }) {
  const api = useApi();
  const { id, revision } = release;
  const [filters, setFilters] = useFilters(['item', 'location'] as const);
  const query = useRecord(['comparison', id], () => api.compareForecastRelease({ releaseId: id }), {
    interval: 60_000,
  });
  return (
    <SpaceBetween size="l">
      {revision && <RevisionFigures revision={revision} />}
      <Loaded
        query={query}
        what="the comparison"
        absent={<Empty title="There is nothing to compare" hint="Nothing of this release was applied." />}
      >
        {({ data }) => (
          <SpaceBetween size="l">
            <WeeksChart comparison={data} />
            <LargestChanges
              changes={data.largest}
              onShow={({ itemId, locationId }) => setFilters({ item: itemId, location: locationId })}
            />
          </SpaceBetween>
        )}
      </Loaded>
      {filters.item && filters.location && (
        <SeriesChart
          releaseId={id}
          itemId={filters.item}
          locationId={filters.location}
          onHide={() => setFilters({ item: undefined, location: undefined })}
        />
      )}
    </SpaceBetween>
  );
}

function RevisionFigures({ revision }: { readonly revision: NonNullable<ForecastRelease['revision']> }) {
  const { totalBefore, totalAfter, changed, added, dropped } = revision;
  return (
    <KeyFigures
      figures={[
        {
          label: 'Change of the total',
          value: changePercent(totalAfter, totalBefore) ?? '–',
          note: `${decimalText(totalBefore)} before, ${decimalText(totalAfter)} now`,
        },
        { label: 'Items at locations changed', value: decimalText(String(changed)) },
        { label: 'New', value: decimalText(String(added)) },
        { label: 'No longer covered', value: decimalText(String(dropped)) },
      ]}
    />
  );
}

function WeeksChart({ comparison: { weeks, against } }: { readonly comparison: ForecastComparison }) {
  const points = (which: 'before' | 'after') =>
    weeks.map((week) => ({ x: week.bucket, y: Number(week[which]) }));
  return (
    <TimeChart
      title={against ? 'Week by week, before and now' : 'Week by week'}
      description={
        against
          ? 'The sum of all items at all locations, of the baseline it follows and of this release.'
          : 'The sum of all items at all locations. There is no baseline to compare with.'
      }
      series={[
        ...(against ? [{ title: 'Before', points: points('before') }] : []),
        { title: 'Now', points: points('after') },
      ]}
    />
  );
}

interface LargestChangesProps {
  readonly changes: readonly Change[];
  readonly onShow: (change: Change) => void;
}

function LargestChanges({ changes, onShow }: LargestChangesProps) {
  return (
    <Table<Change>
      items={changes}
      trackBy={({ itemId, locationId }) => `${itemId} ${locationId}`}
      wrapLines
      header={
        <Header variant="h2" counter={`(${changes.length})`} description="By the difference of their totals.">
          What it changes most
        </Header>
      }
      ariaLabels={{ tableLabel: 'What it changes most' }}
      empty={<Empty title="It changes nothing" />}
      columnDefinitions={[
        {
          id: 'item',
          header: 'Item',
          isRowHeader: true,
          cell: ({ itemId }) => <EntityLink type="item" id={itemId} />,
        },
        { id: 'location', header: 'Location', cell: ({ locationId }) => locationId },
        { id: 'what', header: 'What', cell: ({ what }) => words(what) },
        { id: 'before', header: 'Before', cell: ({ before, unit }) => quantityText({ value: before, unit }) },
        { id: 'after', header: 'Now', cell: ({ after, unit }) => quantityText({ value: after, unit }) },
        {
          id: 'difference',
          header: 'Difference',
          cell: ({ before, after }) => {
            const percent = changePercent(after, before);
            return `${decimalText(difference(after, before))}${percent === undefined ? '' : ` (${percent})`}`;
          },
        },
        {
          id: 'weeks',
          header: 'Weeks',
          cell: (change) => (
            <Button
              variant="inline-link"
              ariaLabel={`Show the weeks of ${change.itemId} at ${change.locationId}`}
              onClick={() => onShow(change)}
            >
              Show
            </Button>
          ),
        },
      ]}
    />
  );
}

import Header from '@cloudscape-design/components/header';
import SpaceBetween from '@cloudscape-design/components/space-between';
import Table from '@cloudscape-design/components/table';
import type { Scorecard } from '#contracts/client.ts';
import { useApi } from '../../api/client.ts';
import { useFigures } from '../../api/use-record.ts';
import { Empty } from '../../parts/empty.tsx';
import { EntityLink } from '../../parts/entity-link.tsx';
import { FilterBar } from '../../parts/filter-bar.tsx';
import { decimalText, words } from '../../parts/format.ts';
import { Instant } from '../../parts/instant.tsx';
import { Loaded } from '../../parts/loaded.tsx';
import { useFilters } from '../../parts/use-filters.ts';
import { useNow } from '../../parts/use-now.ts';
import { lastMonths, monthText } from './months.ts';

type Measure = Scorecard['measures'][number];

/** How a supplier did in a month. */
export function ScorecardOf({ supplierId }: { readonly supplierId: string }) {
  const api = useApi();
  const [filters, setFilters] = useFilters(['month'] as const);
  const months = lastMonths(useNow(60_000), 12);
  const month = months.find((one) => one === filters.month) ?? months[0] ?? '';
  const query = useFigures(
    ['scorecard', supplierId, month],
    () => api.getSupplierScorecard({ supplierId, month }),
    { interval: 60_000 },
  );
  return (
    <SpaceBetween size="m">
      <FilterBar
        filters={[
          {
            kind: 'choice',
            name: 'month',
            label: 'Month',
            options: months.map((value) => ({ value, label: monthText(value) })),
          },
        ]}
        values={{ month }}
        onChange={setFilters}
      />
      <Loaded query={query} what="the scorecard" absent={<Empty title="Nothing was counted in this month" />}>
        {({ data }) => <Measures scorecard={data} />}
      </Loaded>
    </SpaceBetween>
  );
}

const valueText = ({ value, unit }: Measure): string =>
  value === undefined ? '–' : `${decimalText(value)} ${unit === 'percent' ? '%' : 'h'}`;

const Measures = ({ scorecard }: { readonly scorecard: Scorecard }) => (
  <Table<Measure>
    items={scorecard.measures}
    trackBy="measure"
    wrapLines
    header={
      <Header
        variant="h2"
        description={
          <>
            As of <Instant at={scorecard.asOf} />
            {scorecard.complete ? '' : '; the month is not over, or more may still come'}.
          </>
        }
      >
        Scorecard
      </Header>
    }
    ariaLabels={{ tableLabel: 'Scorecard' }}
    columnDefinitions={[
      { id: 'measure', header: 'Measure', isRowHeader: true, cell: ({ measure }) => words(measure) },
      { id: 'value', header: 'Value', cell: valueText },
      {
        id: 'of',
        header: 'Counted',
        cell: ({ numerator, denominator }) =>
          denominator === 0 ? 'Nothing' : `${numerator} of ${denominator}`,
      },
      {
        id: 'missed',
        header: 'Missed by',
        cell: ({ missed }) =>
          missed.length === 0
            ? '–'
            : missed.slice(0, 5).map((id) => (
                <div key={id}>
                  <EntityLink type="purchase-order" id={id} />
                </div>
              )),
      },
    ]}
  />
);

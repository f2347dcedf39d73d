import Alert from '@cloudscape-design/components/alert';
import SegmentedControl from '@cloudscape-design/components/segmented-control';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useQueries } from '@tanstack/react-query';
import type { Scorecard } from '#contracts/client.ts';
import { useApi } from '../../api/client.ts';
import { CategoryChart } from '../../parts/charts.tsx';
import { Loaded } from '../../parts/loaded.tsx';
import { useFilters } from '../../parts/use-filters.ts';
import { useNow } from '../../parts/use-now.ts';
import { MeasureTable } from './measure-table.tsx';
import { lastMonths, monthText } from './months.ts';
import { seriesOf } from './scorecards.ts';

const periods = ['3', '6', '12'] as const;
const percent = (value: number): string => `${value} %`;

/** How well a supplier delivers, month by month, with what is behind each figure. */
export function Scorecards({ supplierId }: { readonly supplierId: string }) {
  const api = useApi();
  const [{ months: chosen }, set] = useFilters(['months'] as const);
  const period = periods.find((one) => one === chosen) ?? '6';
  const today = new Date(useNow()).toISOString().slice(0, 10);
  const months = lastMonths(Number(period), new Date(`${today}T00:00:00Z`));
  const cards = useQueries({
    queries: months.map((month, index) => ({
      queryKey: ['scorecard', supplierId, month],
      queryFn: () => api.getSupplierScorecard({ supplierId, month }),
      // Only the month that runs still changes much.
      staleTime: index === months.length - 1 ? 60_000 : 10 * 60_000,
    })),
  });
  const failed = cards.find(({ error }) => error);
  const loaded = cards.flatMap(({ data }) => (data ? [data.data] : []));
  const first = failed ?? cards[0];
  return (
    <SpaceBetween size="l">
      <SegmentedControl
        selectedId={period}
        label="Period"
        options={periods.map((one) => ({ id: one, text: `${one} months` }))}
        onChange={({ detail }) => set({ months: detail.selectedId })}
      />
      {loaded.length === 0 && first ? (
        <Loaded query={first} what="the scorecards">
          {() => null}
        </Loaded>
      ) : (
        <Cards cards={loaded} all={loaded.length === months.length} />
      )}
    </SpaceBetween>
  );
}

function Cards({ cards, all }: { readonly cards: readonly Scorecard[]; readonly all: boolean }) {
  const partial = cards.filter(({ complete }) => !complete).map(({ month }) => monthText(month));
  return (
    <SpaceBetween size="l">
      {!all && (
        <Alert type="info">
          Some months are not there yet: they are being asked for, or could not be read.
        </Alert>
      )}
      {partial.length > 0 && (
        <Alert type="info" header="There was more than one reading takes">
          Of {partial.join(', ')} the newest orders are counted.
        </Alert>
      )}
      <CategoryChart
        title="Deliveries"
        description="Order lines that came when and as they were promised."
        series={seriesOf(cards, ['on-time-in-full', 'on-time', 'in-full'])}
        valueText={percent}
        yTitle="%"
      />
      <CategoryChart
        title="Answers and invoices"
        description="Orders answered in the hours agreed, invoices that matched by themselves, and prices as ordered."
        series={seriesOf(cards, ['acknowledgement-in-time', 'invoice-match-rate', 'price-accuracy'])}
        valueText={percent}
        yTitle="%"
      />
      <MeasureTable cards={cards} />
    </SpaceBetween>
  );
}

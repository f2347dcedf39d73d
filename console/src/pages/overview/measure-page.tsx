import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useParams } from 'react-router';
import type { MeasureSeries } from '#contracts/client.ts';
import { useApi } from '../../api/client.ts';
import { useFigures } from '../../api/use-record.ts';
import { FilterBar } from '../../parts/filter-bar.tsx';
import { words } from '../../parts/format.ts';
import { KeyFigures } from '../../parts/key-figures.tsx';
import { Loaded } from '../../parts/loaded.tsx';
import { Page } from '../../parts/page.tsx';
import { useFilters } from '../../parts/use-filters.ts';
import { useNow } from '../../parts/use-now.ts';
import { Breakdown } from './breakdown.tsx';
import { daysOf, firstDay, todayOf } from './days.ts';
import { daysOfAll, figureText, shareText } from './figure-text.ts';
import { MeasureChart } from './measure-chart.tsx';
import { PeriodChoice } from './period-choice.tsx';

/** One measure: what it counts, day by day, and who or what it comes from. */
export function MeasurePage() {
  const api = useApi();
  const { measureId = '' } = useParams();
  const [filters, setFilters] = useFilters(['days'] as const);
  const days = daysOf(filters.days);
  const today = todayOf(useNow(60_000));
  const range = { from: firstDay(today, days), to: today };
  const query = useFigures(['measure', measureId, range], () => api.getMeasure({ measureId, ...range }));
  return (
    <Page
      title={query.data?.data.title ?? 'Measure'}
      description={query.data?.data.definition}
      above={[{ text: 'Overview', href: '/overview' }]}
      actions={<PeriodChoice days={days} onChange={(chosen) => setFilters({ days: chosen })} />}
    >
      <Loaded query={query} what="the measure">
        {({ data }) => (
          <SpaceBetween size="l">
            <AllTogether series={data} />
            {data.dimensions.length > 0 && <BrokenDown measure={data} range={range} />}
          </SpaceBetween>
        )}
      </Loaded>
    </Page>
  );
}

function AllTogether({ series }: { readonly series: MeasureSeries }) {
  const { unit, better, definition, title } = series;
  return (
    <SpaceBetween size="l">
      <Container header={<Header variant="h2">All together</Header>}>
        <KeyFigures
          figures={[
            { label: title, value: figureText(unit, series.value), note: shareText(series, unit) },
            { label: 'It should be', value: better === 'higher' ? 'High' : 'Low', note: definition },
          ]}
        />
      </Container>
      <MeasureChart figure={{ ...series, days: daysOfAll(series) }} />
    </SpaceBetween>
  );
}

interface BrokenDownProps {
  readonly measure: MeasureSeries;
  readonly range: { readonly from: string; readonly to: string };
}

/** The same measure by one of its dimensions; which, and the value looked at, are in the address. */
function BrokenDown({ measure: { id: measureId, dimensions }, range }: BrokenDownProps) {
  const api = useApi();
  const [filters, setFilters] = useFilters(['by', 'of'] as const);
  const by = dimensions.find((dimension) => dimension === filters.by) ?? dimensions[0] ?? 'all';
  const query = useFigures(['measure', measureId, range, by], () =>
    api.getMeasure({ measureId, dimension: by, ...range }),
  );
  return (
    <SpaceBetween size="l">
      <FilterBar
        filters={[
          {
            kind: 'choice',
            name: 'by',
            label: 'Break it down by',
            options: dimensions.map((value) => ({ value, label: words(value) })),
          },
        ]}
        values={{ by }}
        onChange={({ by: chosen }) => setFilters({ by: chosen, of: undefined })}
      />
      <Loaded query={query} what="the breakdown">
        {({ data }) => <Breakdown series={data} chosen={filters.of} onChoose={(of) => setFilters({ of })} />}
      </Loaded>
    </SpaceBetween>
  );
}

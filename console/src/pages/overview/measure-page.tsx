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
import { figureText, shareText } from './figure-text.ts';
import { MeasureChart } from './measure-chart.tsx';
import { PeriodChoice } from './period-choice.tsx';

const dimensions = ['supplier', 'region', 'process', 'system', 'lane', 'owner', 'kind', 'queue'] as const;

/** One measure: what it counts, day by day, and who or what it comes from. */
export function MeasurePage() {
  const api = useApi();
  const { measureId = '' } = useParams();
  const [filters, setFilters] = useFilters(['days', 'by', 'of'] as const);
  const days = daysOf(filters.days);
  const today = todayOf(useNow(60_000));
  const range = { from: firstDay(today, days), to: today };
  const by = dimensions.find((dimension) => dimension === filters.by) ?? 'supplier';
  const all = useFigures(['measure', measureId, range], () => api.getMeasure({ measureId, ...range }));
  const split = useFigures(['measure', measureId, range, by], () =>
    api.getMeasure({ measureId, dimension: by, ...range }),
  );
  return (
    <Page
      title={all.data?.data.title ?? 'Measure'}
      description={all.data?.data.definition}
      above={[{ text: 'Overview', href: '/overview' }]}
      actions={<PeriodChoice days={days} onChange={(chosen) => setFilters({ days: chosen })} />}
    >
      <SpaceBetween size="l">
        <Loaded query={all} what="the measure">
          {({ data }) => <OfAll series={data} />}
        </Loaded>
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
        <Loaded query={split} what="the breakdown">
          {({ data }) => (
            <Breakdown series={data} chosen={filters.of} onChoose={(of) => setFilters({ of })} />
          )}
        </Loaded>
      </SpaceBetween>
    </Page>
  );
}

function OfAll({ series }: { readonly series: MeasureSeries }) {
  const whole = series.values[0];
  return (
    <SpaceBetween size="l">
      <Container header={<Header variant="h2">All together</Header>}>
        <KeyFigures
          figures={[
            {
              label: series.title,
              value: figureText(series.unit, whole?.value ?? series.value),
              note: shareText(whole ?? series, series.unit),
              ...(whole && { href: whole.link }),
            },
            {
              label: 'It should be',
              value: series.better === 'higher' ? 'High' : 'Low',
              note: series.definition,
            },
          ]}
        />
      </Container>
      <MeasureChart figure={{ ...series, days: whole?.days ?? [] }} />
    </SpaceBetween>
  );
}

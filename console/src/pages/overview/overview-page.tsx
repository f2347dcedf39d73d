import Container from '@cloudscape-design/components/container';
import Grid from '@cloudscape-design/components/grid';
import Header from '@cloudscape-design/components/header';
import SpaceBetween from '@cloudscape-design/components/space-between';
import type { Overview } from '#contracts/client.ts';
import { useApi } from '../../api/client.ts';
import { useFigures } from '../../api/use-record.ts';
import { Instant } from '../../parts/instant.tsx';
import { KeyFigures } from '../../parts/key-figures.tsx';
import { Loaded } from '../../parts/loaded.tsx';
import { Page } from '../../parts/page.tsx';
import { useFilters } from '../../parts/use-filters.ts';
import { daysOf } from './days.ts';
import { keyFigureOf } from './key-figure.tsx';
import { MeasureChart } from './measure-chart.tsx';
import { PeriodChoice } from './period-choice.tsx';
import { Sources } from './sources.tsx';
import { Verdict } from './verdict.tsx';
import { Waiting } from './waiting.tsx';

/** Whether the business is in step, and what it is judged by. */
export function OverviewPage() {
  const api = useApi();
  const [filters, setFilters] = useFilters(['days'] as const);
  const days = daysOf(filters.days);
  const overview = useFigures(['overview', days], () => api.getOverview({ days }));
  return (
    <Page
      title="Overview"
      description={
        overview.data ? (
          <>
            Is the business in step? As of <Instant at={overview.data.data.asOf} />; it looks again by itself.
          </>
        ) : (
          'Is the business in step?'
        )
      }
      actions={<PeriodChoice days={days} onChange={(chosen) => setFilters({ days: chosen })} />}
    >
      <Loaded query={overview} what="the figures">
        {({ data }) => <Figures overview={data} days={days} />}
      </Loaded>
    </Page>
  );
}

function Figures({ overview, days }: { readonly overview: Overview; readonly days: number }) {
  return (
    <SpaceBetween size="l">
      <Verdict overview={overview} />
      <Container
        header={
          <Header
            variant="h2"
            description={`Over the last ${days} days. Each figure leads to the records behind it.`}
          >
            Key figures
          </Header>
        }
      >
        <KeyFigures figures={overview.measures.map((measure) => keyFigureOf(measure, days))} />
      </Container>
      <Waiting overview={overview} />
      <Sources sources={overview.sources} />
      <Grid gridDefinition={overview.measures.map(() => ({ colspan: { default: 12, s: 6 } }))}>
        {overview.measures.map((measure) => (
          <MeasureChart key={measure.id} figure={measure} leadsOnFor={days} />
        ))}
      </Grid>
    </SpaceBetween>
  );
}

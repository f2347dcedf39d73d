import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useParams } from 'react-router';
import type { ReplenishmentRunWithGroups } from '#contracts/client.ts';
import { useApi } from '../../api/client.ts';
import { useRecord } from '../../api/use-record.ts';
import { EntityLink } from '../../parts/entity-link.tsx';
import { Facts } from '../../parts/facts.tsx';
import { linkTo } from '../../parts/filters.ts';
import { instantText, moneyText } from '../../parts/format.ts';
import { Instant } from '../../parts/instant.tsx';
import { KeyFigures } from '../../parts/key-figures.tsx';
import { Loaded } from '../../parts/loaded.tsx';
import { Page } from '../../parts/page.tsx';
import { PageLink } from '../../parts/page-link.tsx';
import { StateBadge } from '../../parts/state-badge.tsx';
import { Equation } from './equation.tsx';
import { Groups } from './groups.tsx';

/** One replenishment run: what it looked at, what it proposes, and what became of each group. */
export function RunPage() {
  const api = useApi();
  const { runId = '' } = useParams();
  const query = useRecord(['run', runId], () => api.getReplenishmentRun({ runId }));
  const run = query.data?.data;
  return (
    <Page
      title={run ? `Run of ${instantText(run.startedAt)}` : 'Replenishment run'}
      description="What one release needs ordered"
      above={[
        { text: 'Planning', href: '/planning' },
        { text: 'Replenishment runs', href: '/runs' },
      ]}
      info={run && <StateBadge state={run.state} />}
    >
      <Loaded query={query} what="the run">
        {({ data }) => (
          <SpaceBetween size="l">
            <Outcome run={data} />
            <Groups groups={data.groups} />
          </SpaceBetween>
        )}
      </Loaded>
    </Page>
  );
}

const plain = new Intl.NumberFormat();

function Outcome({ run }: { readonly run: ReplenishmentRunWithGroups }) {
  const { id, counts, orderValue = [], shortageAvoided = [], releaseId, follows, startedAt } = run;
  const sums = (values: typeof orderValue) => values.map((sum) => moneyText(sum)).join(', ') || '–';
  return (
    <Container
      header={
        <Header
          variant="h2"
          description="Every item at every location of the release has exactly one outcome."
        >
          What it came to
        </Header>
      }
    >
      <SpaceBetween size="l">
        {counts && (
          <Equation
            whole={{ label: 'Items at locations', count: counts.itemLocations }}
            parts={[
              { label: 'Have enough', count: counts.enough },
              { label: 'Ordered as needed', count: counts.passed },
              { label: 'Ordered, adjusted by rules', count: counts.adjusted },
              { label: 'Refused by a rule', count: counts.refused },
            ]}
          />
        )}
        {counts && (
          <KeyFigures
            figures={[
              {
                label: 'Within policy',
                value: plain.format(counts.automatic),
                note: 'Ordered without a question',
              },
              {
                label: 'For a person to decide',
                value: plain.format(counts.waiting),
                href: linkTo('/proposals', { run: id }),
              },
            ]}
          />
        )}
        <Facts
          facts={[
            { label: 'Worth of all proposals', value: sums(orderValue) },
            { label: 'Worth of the shortage they avoid', value: sums(shortageAvoided) },
            { label: 'Computed from', value: <EntityLink type="forecast-release" id={releaseId} /> },
            { label: 'Started', value: <Instant at={startedAt} /> },
            {
              label: 'The run before',
              value: follows && <EntityLink type="replenishment-run" id={follows} />,
            },
            {
              label: 'See also',
              value: (
                <PageLink href={`/lineage/replenishment-run/${encodeURIComponent(id)}`}>
                  What came of it
                </PageLink>
              ),
            },
          ]}
        />
      </SpaceBetween>
    </Container>
  );
}

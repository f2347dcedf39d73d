import Alert from '@cloudscape-design/components/alert';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useMemo } from 'react';
import type { Proposal } from '#contracts/client.ts';
import { useApi } from '../../api/client.ts';
import { etagOf } from '../../api/query-client.ts';
import { BulkAction } from '../../parts/bulk-action.tsx';
import { EntityLink } from '../../parts/entity-link.tsx';
import { FilterBar } from '../../parts/filter-bar.tsx';
import { PageLink } from '../../parts/page-link.tsx';
import { ResourceTable } from '../../parts/resource-table.tsx';
import { useFilters } from '../../parts/use-filters.ts';
import { useMay } from '../../session/me.ts';
import { proposalColumns, proposalName } from './proposal-columns.tsx';
import { matchesProposal } from './proposal-filters.ts';

const names = ['release', 'run', 'supplier', 'item', 'location', 'expedite'] as const;

/** The proposals that wait for a person, or all of one release or run; to be decided one by one or together. */
export function Proposals() {
  const api = useApi();
  const mayDecide = useMay()('proposals.decide');
  const [filters, setFilters] = useFilters(names);
  const { release, run } = filters;
  const which = release ? { releaseId: release } : run ? { runId: run } : ({ state: 'waiting' } as const);
  const matches = useMemo(() => matchesProposal(filters), [filters]);
  return (
    <SpaceBetween size="s">
      {(release ?? run) && <Of release={release} run={run} />}
      <ResourceTable
        things="proposals"
        title={release || run ? 'Proposals' : 'Proposals that wait'}
        description={
          mayDecide
            ? 'Choose some to decide them together, or open one to see how it came about.'
            : 'Open one to see how it came about.'
        }
        queryKey={['proposals', which]}
        fetchPage={(cursor) => api.listProposals({ ...which, limit: 50, ...(cursor && { cursor }) })}
        columns={proposalColumns}
        idOf={({ id }) => id}
        nameOf={proposalName}
        matches={matches}
        selectable={({ state }) => state === 'waiting'}
        {...(mayDecide && {
          bulk: (chosen: readonly Proposal[], clear: () => void) => (
            <Decisions chosen={chosen} onDone={clear} />
          ),
        })}
        filters={
          <FilterBar
            filters={[
              { kind: 'text', name: 'supplier', label: 'Supplier' },
              { kind: 'text', name: 'item', label: 'Item' },
              { kind: 'text', name: 'location', label: 'Location' },
              {
                kind: 'choice',
                name: 'expedite',
                label: 'Hurry',
                any: 'All',
                options: [{ value: 'yes', label: 'Expedite only' }],
              },
            ]}
            values={filters}
            onChange={setFilters}
          />
        }
        empty={{ title: 'No proposal waits', hint: 'Everything has been decided, or policy decided it.' }}
      />
    </SpaceBetween>
  );
}

function Of({ release, run }: { readonly release: string | undefined; readonly run: string | undefined }) {
  return (
    <Alert type="info">
      All proposals of{' '}
      {release ? (
        <>
          release <EntityLink type="forecast-release" id={release} />
        </>
      ) : (
        run && (
          <>
            run <EntityLink type="replenishment-run" id={run} />
          </>
        )
      )}
      . <PageLink href="/proposals">Show those that wait, of all releases</PageLink>
    </Alert>
  );
}

interface DecisionsProps {
  readonly chosen: readonly Proposal[];
  readonly onDone: () => void;
}

function Decisions({ chosen, onDone }: DecisionsProps) {
  const api = useApi();
  const common = { scope: 'proposals.decide', things: 'proposals', chosen, nameOf: proposalName, onDone };
  const which = ({ id, version }: Proposal) => ({ proposalId: id, ifMatch: etagOf(version) });
  return (
    <SpaceBetween direction="horizontal" size="xs">
      <BulkAction
        {...common}
        label="Reject"
        explain="Nothing is ordered for them. A later release may propose them again."
        reason="required"
        run={(proposal, reason) => api.rejectProposal({ ...which(proposal), body: { reason } })}
      />
      <BulkAction
        {...common}
        label="Approve"
        explain="Each is ordered as soon as all proposals of the same supplier and location are decided. One that has changed meanwhile is left as it is."
        reason="optional"
        run={(proposal, reason) =>
          api.approveProposal({ ...which(proposal), body: reason ? { reason } : {} })
        }
      />
    </SpaceBetween>
  );
}

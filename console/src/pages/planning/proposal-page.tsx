import SpaceBetween from '@cloudscape-design/components/space-between';
import { useParams } from 'react-router';
import type { ProposalWithDecisionRecord } from '#contracts/client.ts';
import { useApi } from '../../api/client.ts';
import { etagOf } from '../../api/query-client.ts';
import { useRecord } from '../../api/use-record.ts';
import { quantityText } from '../../parts/format.ts';
import { Loaded } from '../../parts/loaded.tsx';
import { Page } from '../../parts/page.tsx';
import { ReasonAction } from '../../parts/reason-action.tsx';
import { StateBadge } from '../../parts/state-badge.tsx';
import { Explanation } from './explanation.tsx';
import { Inputs } from './inputs.tsx';
import { NetTable } from './net-table.tsx';
import { ProposalFacts } from './proposal-facts.tsx';

/** One proposal: what, why so much, and the decision about it. */
export function ProposalPage() {
  const api = useApi();
  const { proposalId = '' } = useParams();
  const query = useRecord(['proposal', proposalId], () => api.getProposal({ proposalId }));
  const proposal = query.data?.data;
  return (
    <Page
      title={proposal ? `${quantityText(proposal.baseQuantity)} of ${proposal.itemId}` : 'Proposal'}
      description={
        proposal ? `A proposal to order from ${proposal.supplierId} for ${proposal.locationId}` : ''
      }
      above={[
        { text: 'Planning', href: '/planning' },
        { text: 'Proposals', href: '/proposals' },
      ]}
      info={proposal && <StateBadge state={proposal.state} />}
      actions={proposal?.state === 'waiting' && <Decisions proposal={proposal} />}
    >
      <Loaded query={query} what="the proposal">
        {({ data }) => (
          <SpaceBetween size="l">
            <ProposalFacts proposal={data} />
            <Explanation proposal={data} />
            <NetTable record={data.decisionRecord} />
            <Inputs record={data.decisionRecord} />
          </SpaceBetween>
        )}
      </Loaded>
    </Page>
  );
}

function Decisions({ proposal }: { readonly proposal: ProposalWithDecisionRecord }) {
  const api = useApi();
  const { id, version, baseQuantity, itemId } = proposal;
  const which = { proposalId: id, ifMatch: etagOf(version) };
  const what = `${quantityText(baseQuantity)} of ${itemId}`;
  return (
    <SpaceBetween direction="horizontal" size="xs">
      <ReasonAction
        scope="proposals.decide"
        label="Reject"
        title={`Reject ${what}?`}
        explain="Nothing is ordered for it. A later release may propose it again."
        run={(reason) => api.rejectProposal({ ...which, body: { reason } })}
        done={`The proposal of ${what} was rejected.`}
      />
      <ReasonAction
        scope="proposals.decide"
        label="Approve"
        variant="primary"
        title={`Approve ${what}?`}
        explain="It is ordered as soon as all proposals of the same supplier and location are decided."
        reason="optional"
        run={(reason) => api.approveProposal({ ...which, body: reason ? { reason } : {} })}
        done={`The proposal of ${what} was approved.`}
      />
    </SpaceBetween>
  );
}

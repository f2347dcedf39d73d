import type { Proposal } from '#core/canonical/proposal.ts';
import type { Records } from '#core/kernel/records.ts';
import { unwrap } from '#core/kernel/result.ts';

/** A proposal that waits for a person. */
export const aProposal = (id: string, groupId: string, differing: Partial<Proposal> = {}): Proposal => ({
  id,
  runId: `run-of-${groupId}`,
  releaseId: 'fr-test',
  approvalGroupId: groupId,
  state: 'waiting',
  itemId: 'I1',
  locationId: 'HAM',
  supplierId: 'S1',
  netRequirement: { value: '437', unit: 'EA' },
  orderQuantity: { value: '10', unit: 'XCS' },
  baseQuantity: { value: '480', unit: 'EA' },
  price: { amount: '12.5', currency: 'EUR', per: { value: '100', unit: 'EA' } },
  value: { amount: '60', currency: 'EUR' },
  needDate: '2026-12-07',
  orderDate: '2026-11-23',
  requestedDate: '2026-12-04',
  expedite: false,
  approvalReasons: ['No policy covers the supplier.'],
  decisionRecord: { key: `runs/run-of-${groupId}/decisions/0.ndjson`, offset: 0, length: 10 },
  ...differing,
});

/** Waiting proposals of one group, committed; their ids are `<group>-1`, `<group>-2` and so on. */
export async function waitingProposals(
  records: Records,
  groupId: string,
  count: number,
): Promise<readonly string[]> {
  const ids = Array.from({ length: count }, (_, at) => `${groupId}-${at + 1}`);
  const group = {
    id: groupId,
    runId: `run-of-${groupId}`,
    releaseId: 'fr-test',
    supplierId: 'S1',
    locationId: 'HAM',
    currency: 'EUR',
    approval: 'person',
    state: 'waiting',
    proposalIds: ids,
    pending: count,
    value: { amount: String(60 * count), currency: 'EUR' },
  } as const;
  unwrap(
    await records.commit({
      changes: [
        { type: 'approval-group', id: groupId, expect: 'absent', body: { ...group, proposalIds: [...ids] } },
        ...ids.map(
          (id) => ({ type: 'proposal', id, expect: 'absent', body: aProposal(id, groupId) }) as const,
        ),
      ],
      correlationId: `cor-${groupId}`,
    }),
  );
  return ids;
}

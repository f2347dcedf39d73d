import type { AnswerOf } from '../route.ts';
import type * as routes from '../routes/proposals.ts';
import { decisionRecord } from './decision-record.ts';
import { stored } from './stored.ts';

const waiting: AnswerOf<typeof routes.approveProposal> = {
  id: 'pr-b5bb9d8014a0f9b1d61e21e796',
  runId: 'run-7d865e959b2466918c9863afca',
  releaseId: 'fr-2c26b46b68ffc68ff99b453c1d',
  approvalGroupId: 'ag-7d793037a0760186574b0282f2',
  state: 'waiting',
  itemId: 'item-104',
  locationId: 'loc-hamburg',
  supplierId: 'sup-nordbolt',
  netRequirement: { value: '437', unit: 'EA' },
  orderQuantity: { value: '10', unit: 'XCS' },
  baseQuantity: { value: '480', unit: 'EA' },
  price: { amount: '12.5', currency: 'EUR', per: { value: '100', unit: 'EA' } },
  value: { amount: '60', currency: 'EUR' },
  needDate: '2026-12-07',
  orderDate: '2026-11-23',
  requestedDate: '2026-12-04',
  expedite: false,
  approvalReasons: ['The order is 9.8 % above the net requirement; the policy allows 5 %.'],
  ...stored,
};

const decided = (by: string, reason?: string) => ({
  decision: { by, at: '2026-11-20T06:31:00.000Z', ...(reason ? { reason } : {}) },
  version: stored.version + 1,
});

export const proposalExamples = {
  'list-proposals': { answer: { entries: [waiting] } },
  'get-proposal': {
    answer: { ...waiting, decisionRecord },
  },
  'approve-proposal': {
    body: { reason: 'The campaign needs it.' },
    answer: { ...waiting, state: 'approved' as const, ...decided('buyer-desk', 'The campaign needs it.') },
  },
  'reject-proposal': {
    body: { reason: 'The item is being phased out.' },
    answer: {
      ...waiting,
      state: 'rejected' as const,
      ...decided('buyer-desk', 'The item is being phased out.'),
    },
  },
};

const counts = {
  itemLocations: 1000,
  enough: 480,
  passed: 310,
  adjusted: 190,
  refused: 20,
  automatic: 400,
  waiting: 100,
};
const run = {
  id: waiting.runId,
  releaseId: waiting.releaseId,
  state: 'proposed' as const,
  startedAt: '2026-11-20T06:16:00.000Z',
  counts,
  orderValue: [{ amount: '41200', currency: 'EUR' as const }],
  ...stored,
};

export const replenishmentRunExamples = {
  'list-replenishment-runs': { answer: { entries: [run] } },
  'get-replenishment-run': {
    answer: {
      ...run,
      groups: [
        {
          id: waiting.approvalGroupId,
          runId: waiting.runId,
          releaseId: waiting.releaseId,
          supplierId: waiting.supplierId,
          locationId: waiting.locationId,
          currency: 'EUR' as const,
          approval: 'person' as const,
          state: 'waiting' as const,
          proposalIds: [waiting.id],
          pending: 1,
          value: waiting.value,
          ...stored,
        },
      ],
    },
  },
};

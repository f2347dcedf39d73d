import { describe, expect, test } from 'vitest';
import { purchaseOrderFor, purchaseOrderIdOf } from '#business/purchasing/purchase-order-for.ts';
import type { ApprovalGroup, Proposal } from '#core/canonical/proposal.ts';
import { purchaseOrderSchema } from '#core/canonical/purchase-order.ts';
import type { StoredRecord } from '#core/kernel/records.ts';

const group: ApprovalGroup = {
  id: 'ag-1',
  runId: 'run-1',
  releaseId: 'fr-1',
  supplierId: 'S1',
  locationId: 'HAM',
  currency: 'EUR',
  approval: 'person',
  state: 'decided',
  proposalIds: ['pr-1', 'pr-2', 'pr-3'],
  pending: 0,
  value: { amount: '100', currency: 'EUR' },
};

const approved = (id: string, differing: Partial<Proposal> = {}): StoredRecord<'proposal'> => ({
  type: 'proposal',
  id,
  version: 2,
  correlationId: 'cor-12345678',
  updatedAt: '2026-11-23T08:00:00.000Z',
  body: {
    id,
    runId: 'run-1',
    releaseId: 'fr-1',
    approvalGroupId: 'ag-1',
    state: 'approved',
    itemId: `item-of-${id}`,
    locationId: 'HAM',
    supplierId: 'S1',
    netRequirement: { value: '437', unit: 'EA' },
    orderQuantity: { value: '10', unit: 'XCS' },
    baseQuantity: { value: '480', unit: 'EA' },
    price: { amount: '12.5', currency: 'EUR', per: { value: '100', unit: 'EA' } },
    value: { amount: '60.1', currency: 'EUR' },
    needDate: '2026-12-07',
    orderDate: '2026-11-25',
    requestedDate: '2026-12-04',
    expedite: false,
    approvalReasons: [],
    decisionRecord: { key: 'runs/run-1/decisions/0.ndjson', offset: 0, length: 1 },
    ...differing,
  },
});

const order = (at: string, ...proposals: StoredRecord<'proposal'>[]) =>
  purchaseOrderFor(group, proposals, { system: 'tryton', at });

describe('the purchase order of a group', () => {
  test('[R6] a line each in the order of the group, quantities in order and base unit, the sum as total', () => {
    const made = order('2026-11-23T09:00:00.000Z', approved('pr-3'), approved('pr-1'));
    expect(purchaseOrderSchema.safeParse(made).success).toBe(true);
    expect(made).toMatchObject({
      id: purchaseOrderIdOf('ag-1'),
      state: 'requested',
      total: { amount: '120.2', currency: 'EUR' },
      approvalGroupId: 'ag-1',
      releaseId: 'fr-1',
    });
    expect(made.lines).toMatchObject([
      { lineNumber: 1, proposalId: 'pr-1', itemId: 'item-of-pr-1', requestedDate: '2026-12-04' },
      {
        lineNumber: 2,
        proposalId: 'pr-3',
        quantity: { value: '10', unit: 'XCS' },
        baseQuantity: { value: '480', unit: 'EA' },
        openQuantity: '480',
      },
    ]);
  });
  test('[R12] it is dated by its earliest line, but never before the day it is made', () => {
    const lines = [approved('pr-1'), approved('pr-2', { orderDate: '2026-11-24' })];
    expect(order('2026-11-23T09:00:00.000Z', ...lines).orderDate).toBe('2026-11-24');
    expect(order('2026-11-26T09:00:00.000Z', ...lines).orderDate).toBe('2026-11-26');
  });
});

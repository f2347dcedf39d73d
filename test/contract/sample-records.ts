import type { Item } from '#core/canonical/item.ts';
import type { ApprovalGroup } from '#core/canonical/proposal.ts';
import type { AnyChange } from '#core/kernel/records.ts';

const provenance = { system: 'tryton', receivedAt: '2026-11-23T08:00:00.000Z' };

export const anItem = (id: string, changes: Partial<Item> = {}): Item => ({
  id,
  description: `Kaffee „Zürich“ ${id}`,
  status: 'active',
  hierarchy: ['food', 'coffee'],
  baseUnit: 'EA',
  packs: [],
  identifiers: [],
  provenance,
  ...changes,
});

export const aGroup = (id: string, changes: Partial<ApprovalGroup> = {}): ApprovalGroup => ({
  id,
  runId: 'run-1',
  releaseId: 'fr-1',
  supplierId: 'S1',
  locationId: 'HAM',
  currency: 'EUR',
  approval: 'person',
  state: 'waiting',
  proposalIds: ['pr-1'],
  pending: 1,
  value: { amount: '10', currency: 'EUR' },
  dueAt: '2026-11-24T08:00:00.000Z',
  ...changes,
});

/** An item with the event that tells of it. */
export const itemChange = (
  id: string,
  expect: 'absent' | number = 'absent',
  changes: Partial<Item> = {},
): AnyChange => ({
  type: 'item',
  id,
  expect,
  body: anItem(id, changes),
  events: [{ name: 'item-changed', data: { itemId: id } }],
});

export const groupChange = (
  id: string,
  expect: 'absent' | number = 'absent',
  changes: Partial<ApprovalGroup> = {},
): AnyChange => ({ type: 'approval-group', id, expect, body: aGroup(id, changes) });

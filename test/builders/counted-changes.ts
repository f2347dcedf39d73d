import type { Dimension } from '#core/canonical/figures.ts';
import type { ForecastRelease } from '#core/canonical/forecast.ts';
import type { ApprovalGroup } from '#core/canonical/proposal.ts';
import type { AnyChange } from '#core/kernel/records.ts';
import { aPurchaseOrder } from './a-purchase-order.ts';
import type { aReadModelRoom } from './a-read-model-room.ts';

type Room = ReturnType<typeof aReadModelRoom>;
export const HOUR = 3_600_000;

export const aRelease = (differing: Partial<ForecastRelease> = {}): ForecastRelease => ({
  id: 'fr-1',
  documentId: 'doc-1',
  state: 'received',
  fileName: 'forecast.csv',
  counts: { received: 10, applied: 0, rejected: 0, quarantined: 0, inFlight: 10 },
  reasons: [],
  receivedAt: '2026-11-16T08:00:00.000Z',
  ...differing,
});

export const aGroup = (differing: Partial<ApprovalGroup> = {}): ApprovalGroup => ({
  id: 'ag-1',
  runId: 'run-1',
  releaseId: 'fr-1',
  supplierId: 'S1',
  locationId: 'HAM',
  currency: 'EUR',
  approval: 'policy',
  state: 'decided',
  proposalIds: ['pr-1'],
  pending: 0,
  value: { amount: '60', currency: 'EUR' },
  ...differing,
});

export async function commit(room: Room, change: AnyChange): Promise<void> {
  const known = await room.records.get(change.type, change.id);
  await room.commit({ ...change, expect: known?.version ?? 'absent' } as AnyChange);
}

export const changeTo = <T extends AnyChange['type']>(
  type: T,
  body: Extract<AnyChange, { type: T }>['body'] & { readonly id: string },
  ...events: NonNullable<AnyChange['events']>
) => ({ type, id: body.id, expect: 'absent', body, events }) as unknown as AnyChange;

/** Everything counted of one thing, of all days together, by the values of a dimension or of all. */
export async function counted({ figures }: Room, what: string, dimension: Dimension = 'all', value = 'all') {
  const days = await figures.days({ counted: what, dimension, value }, '2026-01-01', '2026-12-31');
  return days.reduce<readonly [number, number]>(
    ([n, d], { numerator, denominator }) => [n + numerator, d + denominator],
    [0, 0],
  );
}

/** A release that was checked, and two hours later came into force. */
export async function release(room: Room, approvedBy: string): Promise<void> {
  const counts = { received: 1, applied: 1, rejected: 0, quarantined: 0, inFlight: 0 };
  await commit(
    room,
    changeTo('forecast-release', aRelease({ state: 'held' }), {
      name: 'forecast-release-validated',
      data: { releaseId: 'fr-1', counts, itemLocations: 1 },
    }),
  );
  room.clock.advance(2 * HOUR);
  const approved = { state: 'approved', approvedBy, approvedAt: room.clock.now() } as const;
  await commit(
    room,
    changeTo('forecast-release', aRelease(approved), {
      name: 'forecast-release-approved',
      data: { releaseId: 'fr-1', approvedBy },
    }),
  );
}

export async function order(room: Room, state: 'requested' | 'refused' | 'confirmed'): Promise<void> {
  const events = {
    requested: {
      name: 'purchase-order-requested',
      data: { purchaseOrderId: 'po-1', system: 'tryton', supplierId: 'S1', locationId: 'HAM', lines: 1 },
    },
    refused: {
      name: 'purchase-order-refused',
      data: { purchaseOrderId: 'po-1', system: 'tryton', reason: 'no' },
    },
    confirmed: {
      name: 'purchase-order-created',
      data: { purchaseOrderId: 'po-1', system: 'tryton', number: 'N-1' },
    },
  } as const;
  const body = aPurchaseOrder({ state, approvalGroupId: 'ag-1', releaseId: 'fr-1' });
  await commit(room, changeTo('purchase-order', body, events[state]));
}

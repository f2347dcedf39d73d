import { expect, it } from 'vitest';
import { makeProductActivity } from '#business/replenishment/product-activity/make-product-activity.ts';
import { partnerOfSupplier } from '#core/canonical/partner.ts';
import { productActivitySchema } from '#core/canonical/product-activity.ts';
import type { RecordBody } from '#core/canonical/record-schemas.ts';
import { unwrap } from '#core/kernel/result.ts';
import { aPurchaseOrder } from '#test/builders/a-purchase-order.ts';
import { aPosition, replenishmentRoom } from '#test/builders/replenishment-room.ts';

const period = { from: '2026-11-16', to: '2026-11-22' };

const aReceipt = (id: string, receivedOn: string, good: string): RecordBody<'goods-receipt'> => ({
  id,
  system: 'tryton',
  number: id,
  supplierId: 'S1',
  locationId: 'HAM',
  receivedOn,
  lines: [
    { itemId: 'I1', good: { value: good, unit: 'EA' }, damaged: '2' },
    { itemId: 'other', good: { value: '9', unit: 'EA' }, damaged: '0' },
  ],
  identifiers: [],
  provenance: { system: 'tryton', receivedAt: '2026-11-22T00:00:00.000Z' },
});

async function activityRoom() {
  const room = replenishmentRoom();
  await room.stock('I1');
  const stored = await room.records.get('inventory-position', 'I1@HAM');
  const body = aPosition('I1', 'HAM', { onHand: '100', allocated: '30', onHold: '5', inTransit: '7' });
  await room.put(
    { type: 'inventory-position', id: body.id, expect: stored?.version ?? 'absent', body },
    {
      type: 'partner',
      id: 'acme',
      expect: 'absent',
      body: {
        id: 'acme',
        name: 'Acme',
        supplierId: 'S1',
        agreementVersion: 1,
        identifiers: [partnerOfSupplier('S1')],
      },
    },
  );
  return room;
}

it('[S16] stock, what is on order and what arrived in the period, by location; sales are left out, not told as zero', async () => {
  const room = await activityRoom();
  await room.put(
    { type: 'purchase-order', id: 'po-1', expect: 'absent', body: aPurchaseOrder() },
    {
      type: 'purchase-order',
      id: 'po-2',
      expect: 'absent',
      body: aPurchaseOrder({ id: 'po-2', supplierId: 'S2' }),
    },
  );
  for (const [id, on, good] of [
    ['gr-1', '2026-11-15', '1'],
    ['gr-2', '2026-11-16', '20'],
    ['gr-3', '2026-11-22', '300'],
    ['gr-4', '2026-11-23', '4000'],
  ] as const) {
    await room.put({ type: 'goods-receipt', id, expect: 'absent', body: aReceipt(id, on, good) });
  }
  const activity = productActivitySchema.parse(
    unwrap(await makeProductActivity(room, { partnerId: 'acme', period })),
  );
  expect(activity).toMatchObject({ number: '2026111620261122', issuedOn: '2026-11-23', supplierId: 'S1' });
  const said = activity.locations.map(({ locationId, items }) => [
    locationId,
    items.map(({ itemId, activities }) => [
      itemId,
      activities.map(({ kind, quantity }) => `${kind} ${quantity}`).join(', '),
    ]),
  ]);
  expect(said).toEqual([
    [
      'HAM',
      [
        [
          'I1',
          'received 320, on_hand 100, available 65, allocated 30, on_hold 5, in_transit 7, on_order 480',
        ],
      ],
    ],
    ['MUC', [['I1', 'received 0, on_hand 0, available 0, allocated 0, on_hold 0, in_transit 0, on_order 0']]],
  ]);
});

it('[S16] nothing is made of nothing, and nobody unknown hears anything', async () => {
  const room = replenishmentRoom();
  expect(await makeProductActivity(room, { partnerId: 'acme', period })).toMatchObject({
    problem: { code: 'partner-unknown' },
  });
  const body = {
    id: 'acme',
    name: 'Acme',
    supplierId: 'S7',
    agreementVersion: 1,
    identifiers: [partnerOfSupplier('S7')],
  };
  await room.put({ type: 'partner', id: 'acme', expect: 'absent', body });
  expect(await makeProductActivity(room, { partnerId: 'acme', period })).toEqual({
    ok: true,
    value: undefined,
  });
});

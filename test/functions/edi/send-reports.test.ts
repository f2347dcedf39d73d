import { expect, it } from 'vitest';
import { unwrap } from '#core/kernel/result.ts';
import { sendAll as sendSchedules } from '#functions/edi/send-planning-schedules.ts';
import { sendAll } from '#functions/edi/send-product-activity.ts';
import { anAgreement, anExchange, correlationId, x12 } from '#test/edi/exchange/an-exchange.ts';

const provenance = { system: 'tryton', receivedAt: '2026-11-01T00:00:00.000Z' };

async function stocked() {
  const room = anExchange();
  const bolts = { qualifier: '14', id: '4000000000009' };
  await room.agree();
  await room.agree(
    anAgreement({ id: 'bolts', supplierId: 'S2', status: 'onboarding', edi: x12({ them: bolts }) }),
  );
  const terms = {
    id: 'S1:I1',
    supplierId: 'S1',
    itemId: 'I1',
    leadTimeDays: 5,
    transitDays: 2,
    orderUnit: 'EA' as const,
    minimumOrderQuantity: '1',
    orderMultiple: '1',
    price: { amount: '1', currency: 'EUR' as const, per: { value: '1', unit: 'EA' as const } },
    validFrom: '2026-01-01',
    priority: 1,
    provenance,
  };
  const location = {
    id: 'HAM',
    name: 'Hamburg',
    kind: 'warehouse' as const,
    status: 'active' as const,
    region: 'north',
    company: 'main',
    receivingDays: [1, 2, 3, 4, 5],
    dockToStockDays: 1,
    identifiers: [],
    provenance,
  };
  const position = {
    id: 'I1@HAM',
    itemId: 'I1',
    locationId: 'HAM',
    unit: 'EA' as const,
    onHand: '96',
    onHold: '0',
    allocated: '4',
    inTransit: '0',
    asOf: '2026-11-23T00:00:00.000Z',
    provenance,
  };
  unwrap(
    await room.records.commit({
      changes: [
        { type: 'supplier-terms', id: terms.id, expect: 'absent', body: terms },
        { type: 'location', id: location.id, expect: 'absent', body: location },
        { type: 'inventory-position', id: position.id, expect: 'absent', body: position },
      ],
      correlationId,
    }),
  );
  return room;
}

it('[S16] the last whole week goes to every partner in production that wants it, once', async () => {
  const room = await stocked();
  expect(unwrap(await sendAll(room.ports, correlationId))).toEqual({ sent: 1, failed: 0 });
  unwrap(await sendAll(room.ports, correlationId));
  expect(room.mailbox()).toHaveLength(1);
  expect(room.mailbox()[0]?.text).toMatch(/ST\*852\*0001~XQ\*H\*20261116\*20261122/);
  expect(room.mailbox('bolts')).toEqual([]);
});

it('[S16] a run that is not there has no schedules', async () => {
  const room = await stocked();
  expect(unwrap(await sendSchedules(room.ports, 'run-0', correlationId))).toEqual({ sent: 0 });
  expect(room.mailbox()).toEqual([]);
});

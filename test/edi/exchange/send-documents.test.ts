import { describe, expect, it } from 'vitest';
import type { OrderChangeRecord } from '#core/canonical/order-ledger.ts';
import { unwrap } from '#core/kernel/result.ts';
import { collectInterchange, listWaiting } from '#edi/exchange/collect.ts';
import { sendOrderChange } from '#edi/exchange/send-order-change.ts';
import { sendPurchaseOrder } from '#edi/exchange/send-purchase-order.ts';
import { sendPlanningSchedule, sendProductActivity } from '#edi/exchange/send-report.ts';
import { aPurchaseOrder } from '#test/builders/a-purchase-order.ts';
import { anAgreement, anExchange, correlationId, edifact, x12 } from './an-exchange.ts';

async function ordered(...agreement: Parameters<typeof anAgreement>) {
  const room = anExchange();
  await room.agree(anAgreement(...agreement));
  await room.order();
  return room;
}

const send = (room: Awaited<ReturnType<typeof ordered>>, revision = '1') =>
  sendPurchaseOrder(room.ports, { purchaseOrderId: 'po-1', revision, correlationId });

const change = (differing: Partial<OrderChangeRecord> = {}): OrderChangeRecord => ({
  id: 'oc-1',
  purchaseOrderId: 'po-1',
  sequence: 1,
  origin: 'buyer',
  reason: 'Less is sold',
  system: 'tryton',
  lines: [{ lineNumber: 1, action: 'change', itemId: 'I1', quantity: { value: '240', unit: 'EA' } }],
  posting: 'requested',
  telling: 'requested',
  requestedAt: '2026-11-24T09:00:00.000Z',
  ...differing,
});

async function decided(room: Awaited<ReturnType<typeof ordered>>, ...changes: readonly OrderChangeRecord[]) {
  for (const body of changes)
    unwrap(
      await room.records.commit({
        changes: [{ type: 'order-change', id: body.id, expect: 'absent', body }],
        correlationId,
      }),
    );
}

describe('sending', () => {
  it('[S1] an order becomes an ORDERS in the envelope that is agreed', async () => {
    const room = await ordered({ edi: edifact({ association: 'EAN008' }) });
    await send(room);
    const [file] = room.mailbox();
    expect(file?.name).toBe('edifact-000000001.edi');
    expect(file?.text).toMatch(
      /^UNB\+UNOC:3\+4012345000009:14\+4098765000003:14\+261123:0800\+1\+\+\+\+1'UNH\+1\+ORDERS:D:96A:UN:EAN008'BGM\+220\+PO-0081\+9'/,
    );
    expect(file?.text).toMatch(/UNZ\+1\+1'$/);
  });

  it('[S2] delimiters, versions, group codes and test marks are as agreed', async () => {
    const room = await ordered({
      status: 'onboarding',
      edi: x12({
        version: '005010',
        usage: 'test',
        us: { qualifier: 'ZZ', id: 'NORTHWIND', group: 'NWGROUP' },
        delimiters: { element: '|', component: ':', terminator: '\n', repetition: '!' },
      }),
    });
    await send(room);
    const [file] = room.mailbox();
    expect(file?.text).toContain(
      '|ZZ|NORTHWIND      |14|4098765000003  |261123|0800|!|00501|000000001|0|T|:\n',
    );
    expect(file?.text).toContain('\nGS|PO|NWGROUP|4098765000003|20261123|0800|1|X|005010\n');
    expect((await room.documents())[0]).toMatchObject({ test: true });
  });

  it('[S15] numbers go on where the old translator ended, and begin again after the highest', async () => {
    const room = await ordered({ edi: x12({ continueFrom: { interchange: 999_999_998, group: 41 } }) });
    for (const revision of ['1', '2', '3']) await send(room, revision);
    expect(room.mailbox().map(({ name }) => name)).toEqual([
      'x12-000000001.edi',
      'x12-000000002.edi',
      'x12-999999999.edi',
    ]);
    expect(room.mailbox()[2]?.text).toContain('*42*X*004010~ST*850*0001~');
    expect((await room.records.get('control-numbers', 'acme:production'))?.body.sent).toEqual({
      interchange: 2,
      group: 44,
      transaction: 3,
    });
  });

  it('[O7] the same order is sent once, however often it is asked for', async () => {
    const room = await ordered();
    await Promise.all([send(room), send(room), send(room)]);
    expect(room.mailbox()).toHaveLength(1);
    expect(room.events()).toEqual(['interchange-sent', 'partner-document-sent']);
  });

  it('[M3] items carry our number, the partner its own where a cross-reference says so', async () => {
    const room = await ordered();
    const body = {
      id: 'xr-1',
      partnerId: 'acme',
      kind: 'item' as const,
      theirs: 'HX-0840',
      ours: 'I1',
      changedAt: '2026-11-20T00:00:00.000Z',
    };
    unwrap(
      await room.records.commit({
        changes: [{ type: 'cross-reference', id: 'xr-1', expect: 'absent', body }],
        correlationId,
      }),
    );
    await send(room);
    expect(room.mailbox()[0]?.text).toContain('PO1*1*480*EA*12.5*HP*BP*I1*VP*HX-0840~');
  });

  it.each([
    ['the partner is suspended', { status: 'suspended' as const }, 'partner-suspended'],
    ['orders are not agreed', { documents: { send: [], receive: [] } }, 'document-not-agreed'],
    [
      'a value holds a delimiter',
      { edi: x12({ delimiters: { element: '-', component: ':', terminator: '~' } }) },
      'edi-unwritable',
    ],
  ])('[S2] nothing goes out and a person is told when %s', async (_what, differing, code) => {
    const room = await ordered(differing);
    expect(await send(room)).toEqual({ ok: true, value: { notSent: code } });
    expect(room.mailbox()).toEqual([]);
    expect((await room.exceptions())[0]).toMatchObject({
      kind: 'document-rejected',
      about: { partnerId: 'acme', purchaseOrderId: 'po-1', orderNumber: 'PO-0081' },
    });
    expect(await room.records.get('control-numbers', 'acme:production')).toBeUndefined();
  });

  it('[S9] over HTTPS it waits until its partner, and no other, collects it', async () => {
    const room = await ordered({ transport: 'https' });
    await send(room);
    expect(room.mailbox()).toEqual([]);
    const [waiting] = (await listWaiting(room, 'acme', { limit: 10 })).entries;
    expect((await listWaiting(room, 'bolts', { limit: 10 })).entries).toEqual([]);
    const interchangeId = waiting?.id ?? '';
    const actor = { kind: 'consumer', id: 'bolts-1' } as const;
    const another = { partnerId: 'bolts', interchangeId, correlationId, actor };
    expect(await collectInterchange(room, another)).toMatchObject({
      ok: false,
      problem: { code: 'not-found' },
    });
    const collected = unwrap(await collectInterchange(room, { ...another, partnerId: 'acme' }));
    const pieces: Uint8Array[] = [];
    for await (const piece of collected.content) pieces.push(piece);
    expect(Buffer.concat(pieces).toString()).toContain('BEG*00*SA*PO-0081');
    expect((await listWaiting(room, 'acme', { limit: 10 })).entries).toEqual([]);
    expect(await collectInterchange(room, { ...another, partnerId: 'acme' })).toMatchObject({ ok: true });
  });
});

describe('telling of changes', () => {
  it('[S12] a change says how the line shall be, and is told once', async () => {
    const room = await ordered();
    await send(room);
    await decided(room, change());
    const input = { orderChangeId: 'oc-1', correlationId };
    unwrap(await sendOrderChange(room.ports, input));
    expect(unwrap(await sendOrderChange(room.ports, input))).toBe('nothing');
    expect(room.mailbox()).toHaveLength(2);
    expect(room.mailbox()[1]?.text).toContain('BCH*04*SA*PO-0081**1*20261123*****20261124~');
    expect(room.mailbox()[1]?.text).toContain('POC*1*QD*240*');
    expect((await room.records.get('order-change', 'oc-1'))?.body.telling).toBe('sent');
    expect(room.events()).toContain('order-change-settled');
  });

  it('[S12] a change that has its numbers and was not given to the partner yet is given to it by the next run', async () => {
    const room = await ordered();
    await send(room);
    await decided(room, change());
    const broken = {
      ...room.ports,
      objects: { ...room.objects, copy: () => Promise.reject(new Error('the store is away')) },
    };
    const input = { orderChangeId: 'oc-1', correlationId };
    await expect(sendOrderChange(broken, input)).rejects.toThrow('away');
    expect((await room.records.get('order-change', 'oc-1'))?.body.telling).toBe('sent');
    unwrap(await sendOrderChange(room.ports, input));
    unwrap(await sendOrderChange(room.ports, input));
    expect(room.mailbox()).toHaveLength(2);
    expect((await room.interchanges()).map(({ state }) => state)).toEqual(['sent', 'sent']);
  });

  it('[S12] a partner that wants differences is told by how much', async () => {
    const room = await ordered({ changeQuantities: 'delta' });
    await send(room);
    const more = change({
      id: 'oc-2',
      sequence: 2,
      lines: [{ lineNumber: 1, action: 'change', itemId: 'I1', quantity: { value: '300', unit: 'EA' } }],
    });
    await decided(room, change(), more);
    unwrap(await sendOrderChange(room.ports, { orderChangeId: 'oc-2', correlationId }));
    const told = room.mailbox().map(({ text }) => /POC\*1\*(Q[ID])\*(\d+)/.exec(text)?.slice(1).join(' '));
    expect(told).toEqual([undefined, 'QD 240', 'QI 60']);
  });

  it('[S12] the order goes before its first change, also when their messages came the other way round', async () => {
    const room = await ordered({ edi: edifact() });
    await decided(room, change());
    unwrap(await sendOrderChange(room.ports, { orderChangeId: 'oc-1', correlationId }));
    expect(room.mailbox().map(({ text }) => /UNH\+\d+\+([A-Z]+)/.exec(text)?.[1])).toEqual([
      'ORDERS',
      'ORDCHG',
    ]);
  });

  it('[S12] an order of which no line is left is cancelled', async () => {
    const room = await ordered();
    await send(room);
    await decided(room, change({ lines: [{ lineNumber: 1, action: 'cancel', itemId: 'I1' }] }));
    unwrap(await sendOrderChange(room.ports, { orderChangeId: 'oc-1', correlationId }));
    expect(room.mailbox()[1]?.text).toContain('BCH*01*SA*PO-0081');
  });
});

describe('reports to suppliers', () => {
  const schedule = {
    number: 'REL-48',
    issuedOn: '2026-11-23',
    horizon: { from: '2026-11-23', to: '2027-01-03' },
    supplierId: 'S1',
    locationId: 'HAM',
    items: [
      {
        itemId: 'I1',
        unit: 'EA' as const,
        buckets: [
          { period: { from: '2026-11-30', to: '2026-12-06' }, quantity: '480', commitment: 'firm' as const },
        ],
      },
    ],
  };
  const activity = {
    number: 'ACT-48',
    issuedOn: '2026-11-23',
    period: { from: '2026-11-16', to: '2026-11-22' },
    supplierId: 'S1',
    locations: [
      {
        locationId: 'HAM',
        items: [
          { itemId: 'I1', unit: 'EA' as const, activities: [{ kind: 'sold' as const, quantity: '96' }] },
        ],
      },
    ],
  };

  it('[S16] planned orders and what was sold go out once, in both standards', async () => {
    for (const edi of [x12(), edifact()]) {
      const room = anExchange();
      await room.agree(anAgreement({ edi }));
      for (let time = 0; time < 2; time += 1) {
        unwrap(
          await sendPlanningSchedule(room.ports, { partnerId: 'acme', document: schedule, correlationId }),
        );
        unwrap(
          await sendProductActivity(room.ports, { partnerId: 'acme', document: activity, correlationId }),
        );
      }
      const types = room
        .mailbox()
        .map(({ text }) => /ST\*(\d+)|UNH\+\d+\+([A-Z]+)/.exec(text)?.slice(1).join(''));
      expect(types).toEqual(edi.standard === 'x12' ? ['830', '852'] : ['DELFOR', 'SLSRPT']);
    }
  });

  it('[S16] a partner that did not agree to them gets none, and nobody is bothered', async () => {
    const room = anExchange();
    await room.agree(anAgreement({ documents: { send: ['purchase-order'], receive: [] } }));
    const sent = await sendPlanningSchedule(room.ports, {
      partnerId: 'acme',
      document: schedule,
      correlationId,
    });
    expect(sent).toEqual({ ok: true, value: 'not-agreed' });
    expect(await room.exceptions()).toEqual([]);
  });

  it('[S1] an order of another supplier has no partner to go to', async () => {
    const room = anExchange();
    await room.agree();
    await room.order(aPurchaseOrder({ supplierId: 'S9' }));
    expect(await send(room)).toMatchObject({ ok: false, problem: { code: 'partner-unknown' } });
  });
});

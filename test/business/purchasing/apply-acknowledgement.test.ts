import { describe, expect, it } from 'vitest';
import { unwrap } from '#core/kernel/result.ts';
import { aPurchaseOrder } from '#test/builders/a-purchase-order.ts';
import {
  aConfirmation,
  anAcknowledgedLine,
  anAcknowledgement,
  aStatedDate,
} from '#test/builders/an-acknowledgement.ts';
import { supplierRoom } from '#test/builders/supplier-room.ts';

const line = (...confirmations: ReturnType<typeof aConfirmation>[]) => [
  anAcknowledgedLine({ confirmations }),
];

async function ordered(agreement: Parameters<typeof supplierRoom>[0] = {}) {
  const room = await supplierRoom(agreement);
  await room.ordered();
  return room;
}

describe('answers to orders', () => {
  it('[S6] an answer that accepts everything as ordered settles the order and promises its dates', async () => {
    const room = await ordered();
    const id = await room.answered(anAcknowledgement());
    expect(await room.document(id)).toMatchObject({ state: 'applied', purchaseOrderId: 'po-1' });
    expect(await room.ledger()).toMatchObject({
      answer: { state: 'accepted', documentId: id, answeredAt: '2026-11-23T08:00:00.000Z' },
      lines: [
        {
          answer: { outcomes: ['accepted'], quantity: '480' },
          firstPromisedDate: '2026-12-07',
          lastPromisedDate: '2026-12-07',
        },
      ],
    });
    expect((await room.ledger())?.answer.dueAt).toBeUndefined();
    expect(await room.exceptions()).toEqual([]);
    expect(await room.changes()).toEqual([]);
    expect(room.told('order', 'partner')).toEqual([
      'order-placed',
      'order-acknowledged',
      'partner-document-settled',
    ]);
  });

  it('[S6] what differs within tolerance is accepted, and the order changes in its system', async () => {
    const room = await ordered();
    const id = await room.answered(
      anAcknowledgement({
        lines: [
          anAcknowledgedLine({
            price: { amount: '0.126', per: { value: '1', unit: 'EA' } },
            confirmations: [aConfirmation('IC', '470', { dates: [aStatedDate('delivery', '2026-12-09')] })],
          }),
        ],
      }),
    );
    expect((await room.ledger())?.lines).toMatchObject([
      {
        quantity: { value: '480' },
        answer: { outcomes: ['accepted'], quantity: '470' },
        lastPromisedDate: '2026-12-09',
      },
    ]);
    expect(await room.changes()).toMatchObject([
      {
        sequence: 1,
        origin: 'supplier',
        documentId: id,
        posting: 'requested',
        telling: 'none',
        lines: [
          {
            lineNumber: 1,
            action: 'change',
            quantity: { value: '470', unit: 'EA' },
            price: { amount: '12.6', currency: 'EUR', per: { value: '100', unit: 'EA' } },
          },
        ],
      },
    ]);
    expect(await room.exceptions()).toEqual([]);
  });

  it('[S6] what differs beyond tolerance asks the buyer, a question a line and kind, with both sides and its worth', async () => {
    const room = await ordered();
    await room.answered(
      anAcknowledgement({
        lines: [
          anAcknowledgedLine({
            price: { amount: '15', per: { value: '100', unit: 'EA' } },
            confirmations: [aConfirmation('IC', '400', { dates: [aStatedDate('delivery', '2026-12-20')] })],
          }),
        ],
      }),
    );
    const open = await room.exceptions();
    expect(open.map(({ kind }) => kind).sort()).toEqual([
      'date-slip',
      'price-difference',
      'short-or-backorder',
    ]);
    expect(open.find(({ kind }) => kind === 'short-or-backorder')).toMatchObject({
      evidence: [{ what: 'quantity', expected: '480 pieces', received: '400 pieces' }],
      atStake: { amount: '10', currency: 'EUR' },
      actions: ['accept', 'counter', 'cancel-line'],
      about: { purchaseOrderId: 'po-1', lineNumber: 1, itemId: 'I1', orderNumber: 'PO-71' },
    });
    expect(open.find(({ kind }) => kind === 'price-difference')?.evidence).toEqual([
      { what: 'price', expected: '12.5 EUR for 100 pieces', received: '15 EUR for 100 pieces' },
    ]);
    expect(await room.ledger()).toMatchObject({
      answer: { state: 'differs' },
      lines: [{ answer: { outcomes: ['quantity', 'price', 'date'] } }],
    });
    expect(await room.changes()).toEqual([]);
  });

  it('[S11] a shipment date is a delivery date after the days of transit', async () => {
    const room = await ordered();
    const shipped = aConfirmation('IA', '480', { dates: [aStatedDate('shipment', '2026-12-07')] });
    await room.answered(anAcknowledgement({ lines: line(shipped) }));
    expect((await room.ledger())?.lines).toMatchObject([{ lastPromisedDate: '2026-12-09' }]);
  });

  it('[S6] cases are counted as the pieces they hold', async () => {
    const room = await ordered();
    const cases = { ...aConfirmation('IA'), quantity: { value: '10', unit: 'XCS' as const } };
    await room.answered(anAcknowledgement({ lines: line(cases) }));
    expect(await room.ledger()).toMatchObject({ answer: { state: 'accepted' } });
  });

  it('[S6] an item that cannot be counted in the stated unit rejects the answer and asks a steward', async () => {
    const room = await ordered();
    const kilos = { ...aConfirmation('IA'), quantity: { value: '10', unit: 'KGM' as const } };
    const id = await room.answered(anAcknowledgement({ lines: line(kilos) }));
    expect(await room.document(id)).toMatchObject({ state: 'rejected', findings: [{ at: 'unit' }] });
    expect(await room.exceptions('steward')).toMatchObject([{ kind: 'pack-conflict' }]);
    expect((await room.ledger())?.answer.state).toBe('awaiting');
  });

  it('[S6] an answer to an order that the partner does not have is rejected', async () => {
    const room = await ordered();
    const id = await room.answered(anAcknowledgement({ order: { number: 'PO-72' } }));
    expect(await room.document(id)).toMatchObject({
      state: 'rejected',
      findings: [{ code: 'order-unknown' }],
    });
    expect(await room.exceptions('edi_coordinator')).toMatchObject([{ kind: 'document-rejected' }]);
  });

  it("[S6] no partner answers another's order", async () => {
    const room = await ordered();
    const id = await room.answered(anAcknowledgement(), { partnerId: 'bolts' });
    expect(await room.document(id)).toMatchObject({ state: 'rejected' });
    expect((await room.ledger())?.answer.state).toBe('awaiting');
  });

  it('[S11] a substitute under a code that leads nowhere parks the answer until a steward says what it is', async () => {
    const room = await ordered();
    const item = [{ scheme: 'supplier-item', value: 'ACME-9' }];
    const content = anAcknowledgement({ lines: line(aConfirmation('IS', '480', { item })) });
    const id = await room.answered(content);
    const [exception] = await room.exceptions('steward');
    expect(exception).toMatchObject({ kind: 'unknown-code', about: { partnerDocumentId: id } });
    const waitsFor = exception?.about.crossReferenceId ?? '';
    expect(await room.document(id)).toMatchObject({ state: 'parked', waitsFor });

    const reference = {
      id: waitsFor,
      partnerId: 'acme',
      kind: 'item' as const,
      theirs: 'ACME-9',
      ours: 'I2',
    };
    const body = { ...reference, changedAt: room.clock.now() };
    await room.put({ type: 'cross-reference', id: waitsFor, expect: 'absent', body });
    await room.answered(content);
    expect(await room.exceptions()).toMatchObject([
      { kind: 'substitution', evidence: [{ expected: 'I1', received: 'I2' }] },
    ]);
  });

  it('[S6] a test document is read and applied to nothing', async () => {
    const room = await ordered();
    const id = await room.answered(anAcknowledgement(), { test: true });
    expect(await room.document(id)).toMatchObject({ state: 'applied' });
    expect((await room.ledger())?.answer.state).toBe('awaiting');
  });
});

describe('answers that come again, late or in pieces', () => {
  const short = anAcknowledgement({ lines: line(aConfirmation('IQ', '400')) });

  it('[S11] the same event again changes nothing', async () => {
    const room = await ordered();
    const id = await room.answered(short);
    const before = [await room.ledger(), await room.exceptions(), room.told()];
    unwrap(await room.acknowledge(id));
    expect([await room.ledger(), await room.exceptions(), room.told()]).toEqual(before);
  });

  it('[S11] a newer answer takes the place of an older one and closes what it makes moot', async () => {
    const room = await ordered();
    await room.answered(short);
    await room.answered(anAcknowledgement());
    expect(await room.ledger()).toMatchObject({ answer: { state: 'accepted' } });
    expect(await room.exceptions()).toEqual([]);
    expect(await room.exceptions('buyer', 'resolved')).toMatchObject([
      { kind: 'short-or-backorder', resolution: { action: 'close', by: 'crossdock' } },
    ]);
  });

  it('[S11] an older answer that comes late is recorded and not applied', async () => {
    const room = await ordered();
    await room.answered(anAcknowledgement(), { ordinal: '2026-11-24T00:00:00.000Z#2' });
    const id = await room.answered(short, { ordinal: '2026-11-23T00:00:00.000Z#1' });
    expect(await room.document(id)).toMatchObject({ state: 'applied', resultId: 'po-1' });
    expect(await room.ledger()).toMatchObject({ answer: { state: 'accepted' } });
    expect(await room.exceptions()).toEqual([]);
  });

  it('[S11] many lines that differ become one question a kind', async () => {
    const room = await supplierRoom();
    const lines = aPurchaseOrder().lines.flatMap((line) =>
      Array.from({ length: 30 }, (_, n) => ({ ...line, lineNumber: n + 1 })),
    );
    await room.ordered({ lines });
    await room.answered(
      anAcknowledgement({
        lines: lines.map(({ lineNumber }) =>
          anAcknowledgedLine({ lineNumber: String(lineNumber), confirmations: [aConfirmation('IQ', '400')] }),
        ),
      }),
    );
    expect(await room.exceptions()).toMatchObject([
      { kind: 'short-or-backorder', atStake: { amount: '300', currency: 'EUR' } },
    ]);
  });
});

import { describe, expect, it } from 'vitest';
import { applyAcknowledgement } from '#business/purchasing/apply-acknowledgement.ts';
import { applyShipNotice } from '#business/purchasing/apply-ship-notice.ts';
import type { AcknowledgedLine } from '#core/canonical/order-acknowledgement.ts';
import type { AnsweredChangeLine, OrderChangeAnswer } from '#core/canonical/order-change.ts';
import { aShipNotice, aShippedItem } from '#test/builders/a-ship-notice.ts';
import {
  aConfirmation,
  anAcknowledgedLine,
  anAcknowledgement,
  aStatedDate,
} from '#test/builders/an-acknowledgement.ts';
import { supplierRoom } from '#test/builders/supplier-room.ts';

const kind = 'order-change-answer' as const;

/** An 865 about PO-71. */
const anAnswer = (
  nature: OrderChangeAnswer['nature'],
  ...lines: AnsweredChangeLine[]
): OrderChangeAnswer => ({
  ...anAcknowledgement(),
  nature,
  lines,
});

const answering = (differing: Partial<AcknowledgedLine>) =>
  anAcknowledgement({ lines: [anAcknowledgedLine(differing)] });
const short = answering({ confirmations: [aConfirmation('IQ', '400')] });
const dearer = answering({
  price: { amount: '15', per: { value: '100', unit: 'EA' } },
  confirmations: [aConfirmation('IP', '480')],
});
const later = answering({
  confirmations: [aConfirmation('DR', '480', { dates: [aStatedDate('delivery', '2026-12-20')] })],
});

async function asked(
  answer: object,
  agreement: Parameters<typeof supplierRoom>[0] = {},
  way: 'edi' | 'api' = 'edi',
) {
  const room = await supplierRoom(agreement, way);
  await room.ordered();
  await room.answered(answer);
  return room;
}

describe("a buyer's decision", () => {
  it('[S6] to accept less makes the order what the supplier said, in its system', async () => {
    const room = await asked(short);
    await room.decided('short-or-backorder', 'accept');
    expect(await room.changes()).toMatchObject([
      {
        origin: 'buyer',
        reason: 'As agreed.',
        posting: 'requested',
        telling: 'none',
        lines: [{ lineNumber: 1, action: 'change', quantity: { value: '400', unit: 'EA' } }],
      },
    ]);
    expect((await room.ledger())?.change).toEqual({ sequence: 1 });
  });

  it('[S6] to accept a price makes it the price of the order', async () => {
    const room = await asked(dearer);
    await room.decided('price-difference', 'accept');
    const [change] = await room.changes();
    expect(change?.lines).toEqual([
      {
        lineNumber: 1,
        itemId: 'I1',
        action: 'change',
        price: { amount: '15', currency: 'EUR', per: { value: '100', unit: 'EA' } },
      },
    ]);
  });

  it('[S6] to accept a date is a promise, kept apart from the first one, and changes no system', async () => {
    const room = await asked(anAcknowledgement());
    await room.answered(later);
    await room.decided('date-slip', 'accept');
    expect((await room.ledger())?.lines).toMatchObject([
      { firstPromisedDate: '2026-12-07', lastPromisedDate: '2026-12-20', requestedDate: '2026-12-07' },
    ]);
    expect(await room.changes()).toEqual([]);
  });

  it('[S6] to accept a backorder keeps the order and takes the later day as the promise', async () => {
    const dates = [aStatedDate('delivery', '2026-12-20')];
    const room = await asked(
      answering({ confirmations: [aConfirmation('IA', '400'), aConfirmation('IB', '80', { dates })] }),
    );
    await room.decided('short-or-backorder', 'accept');
    expect(await room.changes()).toEqual([]);
    expect((await room.ledger())?.lines).toMatchObject([{ lastPromisedDate: '2026-12-20' }]);
  });

  it('[S6] to accept a substitute puts it on a line of its own and takes the ordered one off', async () => {
    const item = [{ scheme: 'buyer-item', value: 'I2' }];
    const room = await asked(answering({ confirmations: [aConfirmation('IS', '480', { item })] }));
    await room.decided('substitution', 'accept');
    const [change] = await room.changes();
    expect(change?.lines).toMatchObject([
      { lineNumber: 1, itemId: 'I1', action: 'cancel' },
      { lineNumber: 2, itemId: 'I2', action: 'add', quantity: { value: '480', unit: 'EA' } },
    ]);
  });

  it('[S12] to counter asks the supplier; the order changes once it agrees', async () => {
    const room = await asked(short);
    await room.decided('short-or-backorder', 'counter', { quantity: '450', requestedDate: '2026-12-10' });
    const [counter] = await room.changes();
    expect(counter).toMatchObject({
      posting: 'none',
      telling: 'requested',
      lines: [{ action: 'change', quantity: { value: '450', unit: 'EA' }, requestedDate: '2026-12-10' }],
    });
    expect(await room.ledger()).toMatchObject({
      change: { sequence: 1, unanswered: counter?.id },
      answer: { state: 'awaiting', dueAt: '2026-11-24T08:00:00.000Z' },
    });
    const agreed = anAnswer('answer', anAcknowledgedLine({ confirmations: [aConfirmation('IA', '450')] }));
    await room.applied(applyAcknowledgement, agreed, { kind });
    expect(await room.changes()).toMatchObject([
      {},
      { origin: 'supplier', posting: 'requested', telling: 'none', lines: [{ quantity: { value: '450' } }] },
    ]);
    expect(await room.ledger()).toMatchObject({
      change: { sequence: 2 },
      answer: { state: 'accepted' },
      lines: [{ lastPromisedDate: '2026-12-10' }],
    });
    expect((await room.ledger())?.change.unanswered).toBeUndefined();
  });

  it('[S12] one change of a line is unanswered at a time', async () => {
    const room = await asked(
      answering({
        price: { amount: '15', per: { value: '100', unit: 'EA' } },
        confirmations: [aConfirmation('IC', '400')],
      }),
    );
    await room.decided('short-or-backorder', 'counter', { quantity: '450' });
    await room.decided('price-difference', 'counter', { price: '13' });
    expect(await room.changes()).toHaveLength(1);
    expect(await room.exceptions()).toMatchObject([
      { kind: 'change-not-possible', title: 'The supplier has not answered change 1 of PO-71 yet.' },
    ]);
  });

  it('[S12] to cancel a line is told and posted; one that the supplier rejected itself is only posted', async () => {
    const room = await asked(short);
    await room.decided('short-or-backorder', 'cancel-line');
    expect(await room.changes()).toMatchObject([
      { posting: 'requested', telling: 'requested', lines: [{ action: 'cancel' }] },
    ]);
    const other = await asked(answering({ confirmations: [aConfirmation('IR', '480')] }));
    await other.decided('line-rejected', 'cancel-line');
    expect(await other.changes()).toMatchObject([{ posting: 'requested', telling: 'none' }]);
  });

  it('[S12] a partner that uses the API sees the counter there and owes an answer', async () => {
    const room = await asked(short, {}, 'api');
    await room.decided('short-or-backorder', 'counter', { quantity: '450' });
    expect(await room.changes()).toMatchObject([{ telling: 'none', posting: 'none' }]);
    expect((await room.ledger())?.answer.state).toBe('awaiting');
  });

  it('[S12] nothing is asked about goods that are on their way', async () => {
    const room = await asked(short);
    await room.applied(applyShipNotice, aShipNotice({ items: [aShippedItem('400')] }), {
      kind: 'ship-notice',
    });
    await room.decided('short-or-backorder', 'counter', { quantity: '450' });
    expect(await room.changes()).toEqual([]);
    expect((await room.exceptions()).map((exception) => exception.kind).sort()).toEqual([
      'change-not-possible',
      'ship-notice-differs',
    ]);
    await room.decided('ship-notice-differs', 'accept');
    expect(await room.changes()).toMatchObject([
      { posting: 'requested', lines: [{ quantity: { value: '400' } }] },
    ]);
  });

  it('[O3] to close, or to decide about something else, changes no order', async () => {
    const room = await asked(short);
    await room.decided('short-or-backorder', 'close');
    expect(await room.changes()).toEqual([]);
    expect((await room.ledger())?.answer.state).toBe('differs');
  });
});

describe('answers to changes, and wishes of the supplier', () => {
  const changed = async (answer: object, arrival: object = {}) => {
    const room = await asked(anAcknowledgement());
    room.clock.advance(3_600_000);
    const quantity = { value: '400', unit: 'EA' as const };
    const [line] = (await room.records.get('purchase-order', 'po-1'))?.body.lines ?? [];
    await room.ordered({ lines: line ? [{ ...line, quantity, baseQuantity: quantity }] : [] });
    await room.applied(applyAcknowledgement, answer, { kind, ...arrival });
    return room;
  };

  it('[S12] an accepted change is settled', async () => {
    const room = await changed(
      anAnswer('answer', anAcknowledgedLine({ confirmations: [aConfirmation('IA', '400')] })),
    );
    expect(await room.ledger()).toMatchObject({ change: { sequence: 1 }, answer: { state: 'accepted' } });
    expect((await room.ledger())?.change.unanswered).toBeUndefined();
    expect(await room.changes()).toHaveLength(1);
  });

  it.each([
    ['as a whole', { ...anAnswer('answer'), answerCode: 'RJ' }],
    ['by its line', anAnswer('answer', anAcknowledgedLine({ confirmations: [aConfirmation('IR', '400')] }))],
  ])('[S12] a change refused %s is told the buyer', async (_, answer) => {
    const room = await changed(answer);
    expect(await room.exceptions()).toMatchObject([
      {
        kind: 'change-not-possible',
        evidence: [{ expected: 'change quantity 400 EA', received: 'refused' }],
      },
    ]);
    expect((await room.ledger())?.change.unanswered).toBeUndefined();
  });

  it('[S12] a change that is not answered yet stays so when the answer is about something else', async () => {
    const crossed = { kind: 'order-acknowledgement', ordinal: '2026-11-23T08:30:00.000Z#9' };
    const answer = answering({ confirmations: [aConfirmation('IQ', '300')] });
    const room = await changed(answer, crossed);
    expect((await room.exceptions()).map((exception) => exception.kind)).toEqual(['short-or-backorder']);
    expect(await room.ledger()).toMatchObject({ answer: { state: 'awaiting' } });
    expect((await room.ledger())?.change.unanswered).toBeDefined();
  });

  it('[S12] what answers nothing and is not called an answer is a wish; granted, the order becomes it', async () => {
    const room = await asked(anAcknowledgement());
    const wish = anAcknowledgedLine({ confirmations: [], ordered: { value: '300', unit: 'EA' } });
    await room.applied(applyAcknowledgement, anAnswer('unclear', { ...wish, change: 'QD' }), { kind });
    expect(await room.exceptions()).toMatchObject([
      {
        kind: 'supplier-proposes-change',
        evidence: [{ what: 'quantity', expected: '480 pieces', received: '300 pieces' }],
      },
    ]);
    await room.decided('supplier-proposes-change', 'accept');
    expect(await room.changes()).toMatchObject([
      { posting: 'requested', lines: [{ quantity: { value: '300' } }] },
    ]);
  });

  it('[S12] POC03 is a difference where the agreement says so', async () => {
    const room = await asked(anAcknowledgement(), { changeQuantities: 'delta' });
    const wish = anAcknowledgedLine({ confirmations: [], ordered: { value: '300', unit: 'EA' } });
    await room.applied(applyAcknowledgement, anAnswer('proposal', { ...wish, change: 'QD' }), { kind });
    expect(await room.exceptions()).toMatchObject([{ evidence: [{ received: '180 pieces' }] }]);
  });

  it('[S12] a line the supplier wants to delete goes when the buyer agrees', async () => {
    const room = await asked(anAcknowledgement());
    const wish = { ...anAcknowledgedLine({ confirmations: [] }), change: 'DI' };
    await room.applied(applyAcknowledgement, anAnswer('proposal', wish), { kind });
    await room.decided('supplier-proposes-change', 'accept');
    expect(await room.changes()).toMatchObject([{ lines: [{ lineNumber: 1, action: 'cancel' }] }]);
  });

  it('[S12] a wish about goods on their way comes too late', async () => {
    const room = await asked(anAcknowledgement());
    await room.applied(applyShipNotice, aShipNotice(), { kind: 'ship-notice' });
    const wish = anAcknowledgedLine({ confirmations: [], ordered: { value: '300', unit: 'EA' } });
    await room.applied(applyAcknowledgement, anAnswer('proposal', { ...wish, change: 'QD' }), { kind });
    expect(await room.exceptions()).toMatchObject([{ kind: 'change-not-possible' }]);
    expect(await room.ledger()).toMatchObject({ answer: { state: 'accepted' } });
  });
});

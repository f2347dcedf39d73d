import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { answeredLedger } from '#business/purchasing/rules/answered-ledger.ts';
import { type JudgeContext, type Judgement, judgeAnswer } from '#business/purchasing/rules/judge-answer.ts';
import { lineCodesOf } from '#business/purchasing/rules/line-codes.ts';
import type {
  AcknowledgedLine,
  LineConfirmation,
  OrderAcknowledgement,
} from '#core/canonical/order-acknowledgement.ts';
import type { OrderLedger } from '#core/canonical/order-ledger.ts';
import { dayNumber } from '#core/kernel/dates.ts';
import { micros } from '#core/kernel/decimal.ts';
import { aLedger } from '#test/builders/a-ledger.ts';
import { aPartnerAgreement } from '#test/builders/a-partner-agreement.ts';
import { aPurchaseOrder } from '#test/builders/a-purchase-order.ts';
import { anAcknowledgedLine, anAcknowledgement, aStatedDate } from '#test/builders/an-acknowledgement.ts';

const context: JudgeContext = {
  itemOf: (identifiers) => identifiers[0]?.value,
  items: new Map(
    ['I1', 'I2', 'I3'].map((id) => [id, { baseUnit: 'EA', packs: [{ unit: 'XCS', holds: '48' }] }]),
  ),
  transitDays: new Map([['I1', 2]]),
  tolerances: aPartnerAgreement().tolerances,
};

const ledger: OrderLedger = aLedger({
  lines: aPurchaseOrder().lines.flatMap((line) =>
    ['I1', 'I2', 'I3'].map((itemId, n) => ({ ...line, lineNumber: n + 1, itemId })),
  ),
});

const confirmation: fc.Arbitrary<LineConfirmation> = fc
  .record({
    code: fc.option(fc.constantFrom(...lineCodesOf('x12').keys(), '??'), { nil: undefined }),
    quantity: fc.option(fc.constantFrom('0', '1', '10', '240', '470', '480', '500'), { nil: undefined }),
    unit: fc.constantFrom('EA' as const, 'XCS' as const),
    date: fc.option(fc.constantFrom('2026-12-01', '2026-12-07', '2026-12-09', '2026-12-20'), {
      nil: undefined,
    }),
    event: fc.constantFrom('delivery' as const, 'shipment' as const),
    item: fc.option(fc.constantFrom('I1', 'I9'), { nil: undefined }),
  })
  .map(({ code, quantity, unit, date, event, item }) => ({
    ...(code === undefined ? {} : { code }),
    ...(quantity === undefined ? {} : { quantity: { value: quantity, unit } }),
    dates: date === undefined ? [] : [aStatedDate(event, date)],
    item: item === undefined ? [] : [{ scheme: 'supplier-item', value: item }],
  }));

/** Lines that are named by their number, their item, or both. */
const line: fc.Arbitrary<AcknowledgedLine> = fc
  .record({
    place: fc.integer({ min: 1, max: 3 }),
    named: fc.constantFrom('number', 'item', 'both'),
    price: fc.option(fc.constantFrom('0.125', '0.126', '0.2'), { nil: undefined }),
    confirmations: fc.array(confirmation, { maxLength: 3 }),
  })
  .map(({ place, named, price, confirmations }) => {
    const { lineNumber: _number, ...rest } = anAcknowledgedLine({ confirmations });
    return {
      ...rest,
      ...(named === 'item' ? {} : { lineNumber: String(place) }),
      item: named === 'number' ? [] : [{ scheme: 'buyer-item', value: `I${place}` }],
      ...(price === undefined ? {} : { price: { amount: price, per: { value: '1', unit: 'EA' as const } } }),
    };
  });

const answer: fc.Arbitrary<OrderAcknowledgement> = fc
  .record({
    answerCode: fc.constantFrom('AC', 'AD', 'AE', 'AH', 'RD'),
    lines: fc.array(line, { maxLength: 4 }),
  })
  .map((differing) => anAcknowledgement(differing));

function judged(document: OrderAcknowledgement, known = ledger): Judgement {
  const judgement = judgeAnswer(known, document, context);
  if ('conflict' in judgement) throw new Error(`conflict ${judgement.conflict}`);
  return judgement;
}

const document = { documentId: 'pd-1', ordinal: '1', at: '2026-11-23T09:00:00.000Z', dueAt: undefined };

/** What counts of a judgement, without the order in which it was found. */
const essence = ({ answered, strangers }: Judgement) => ({
  answered: answered.map(({ line: { lineNumber }, comparison }) => ({ lineNumber, ...comparison })),
  strangers: strangers.length,
});

describe('matching answers', () => {
  it('[S11] neither the order of lines nor that of confirmations matters', () => {
    fc.assert(
      fc.property(answer, (given) => {
        const reversed = [...given.lines]
          .reverse()
          .map((one) => ({ ...one, confirmations: [...one.confirmations].reverse() }));
        expect(essence(judged({ ...given, lines: reversed }))).toEqual(essence(judged(given)));
      }),
    );
  });

  it('[S11] the same answer again says the same', () => {
    fc.assert(
      fc.property(answer, (given) => {
        const once = answeredLedger(ledger, judged(given).answered, document);
        const twice = answeredLedger(once, judged(given, once).answered, document);
        expect(twice).toEqual(once);
      }),
    );
  });

  it('[S6] what is accepted is within tolerance in quantity, price and date, and is the ordered item', () => {
    fc.assert(
      fc.property(answer, (given) => {
        const after = answeredLedger(ledger, judged(given).answered, document);
        for (const { answer: said, requestedDate } of after.lines) {
          if (said?.outcomes[0] !== 'accepted') continue;
          expect(said.outcomes).toEqual(['accepted']);
          expect(micros(said.quantity ?? '0')).toBeGreaterThanOrEqual(micros('456'));
          expect(micros(said.quantity ?? '0')).toBeLessThanOrEqual(micros('480'));
          expect(Number(said.price?.amount ?? '12.5')).toBeLessThanOrEqual(12.75);
          const days = dayNumber(said.deliveryDate ?? requestedDate) - dayNumber(requestedDate);
          expect(days).toBeLessThanOrEqual(2);
          expect(said.substituteItemId).toBeUndefined();
        }
      }),
    );
  });

  it('[S11] every line of the order is answered or unanswered, and never both', () => {
    fc.assert(
      fc.property(answer, (given) => {
        const { answered, unanswered } = judged(given);
        const numbers = [
          ...answered.map((one) => one.line.lineNumber),
          ...unanswered.map(({ lineNumber }) => lineNumber),
        ];
        expect(numbers.sort()).toEqual([1, 2, 3]);
      }),
    );
  });

  it('[S11] the clock runs exactly while a line is unanswered or held', () => {
    fc.assert(
      fc.property(answer, (given) => {
        const after = answeredLedger(ledger, judged(given).answered, document);
        const open = after.lines.some(
          ({ answer: said }) => said === undefined || said.outcomes.includes('held'),
        );
        expect(after.answer.state === 'awaiting' || after.answer.state === 'held').toBe(open);
        expect(after.answer.dueAt !== undefined).toBe(open);
      }),
    );
  });
});

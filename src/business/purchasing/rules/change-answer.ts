import { baseUnitsIn, type CountedItem } from '#core/canonical/base-units.ts';
import type { OrderAcknowledgement } from '#core/canonical/order-acknowledgement.ts';
import type { AnsweredChangeLine, OrderChangeAnswer } from '#core/canonical/order-change.ts';
import type { LedgerLine, OrderChangeRecord, OrderLedger } from '#core/canonical/order-ledger.ts';
import type { PartnerAgreement } from '#core/canonical/partner-agreement.ts';
import { decimalText, micros, multiply } from '#core/kernel/decimal.ts';

/** What a supplier's document speaks about: the order, a change of it that is unanswered, or a wish of its own. */
export type Speaks = 'of-order' | 'of-change' | 'of-wish';

type Spoken = OrderAcknowledgement & Partial<Pick<OrderChangeAnswer, 'nature'>>;

/**
 * Which of them. An answer that says which change it answers, or that was written after the change was asked for,
 * answers it. What no code tells is an answer where one is owed, and a wish where none is.
 */
export function speaks(
  document: Spoken,
  ordinal: string,
  unanswered: Pick<OrderChangeRecord, 'requestedAt'> | undefined,
): Speaks {
  const { nature = 'answer', change } = document;
  if (nature === 'proposal') return 'of-wish';
  if (nature === 'unclear') return unanswered ? 'of-change' : 'of-wish';
  if (!unanswered) return 'of-order';
  return 'nature' in document || change || ordinal > unanswered.requestedAt ? 'of-change' : 'of-order';
}

/** The order as it would be with a change: what its answer is compared with. Lines that go are cancelled. */
export function withChange(
  ledger: OrderLedger,
  { lines: changes }: OrderChangeRecord,
  items: ReadonlyMap<string, CountedItem>,
): OrderLedger {
  const lines = ledger.lines.map((line): LedgerLine => {
    const change = changes.find(
      ({ lineNumber, itemId }) => lineNumber === line.lineNumber && itemId === line.itemId,
    );
    if (!change) return line;
    const { quantity = line.quantity, price = line.price, requestedDate = line.requestedDate } = change;
    const holds = baseUnitsIn(
      items.get(line.itemId) ?? { baseUnit: line.baseQuantity.unit, packs: [] },
      quantity.unit,
    );
    const value =
      holds === undefined ? line.baseQuantity.value : decimalText(multiply(micros(quantity.value), holds));
    const cancelled = line.cancelled || change.action === 'cancel';
    const baseQuantity = { value, unit: line.baseQuantity.unit };
    return { ...line, quantity, baseQuantity, price, requestedDate, cancelled };
  });
  return { ...ledger, lines };
}

/**
 * An 865 as an answer that can be compared: every line with its new total (POC03 is a difference where the agreement
 * says so), and a line to be deleted (POC02 `DI`) as a rejected one.
 */
export function asAcknowledgement(
  { lines, ...document }: OrderChangeAnswer,
  ledger: OrderLedger,
  quantities: PartnerAgreement['changeQuantities'],
): OrderAcknowledgement {
  const { nature: _n, changedOn: _c, requestNumber: _r, contract: _k, ...answer } = document;
  return { ...answer, lines: lines.map((line) => comparable(line, ledger, quantities)) };
}

function comparable(
  { change, openQuantity: _open, ...line }: AnsweredChangeLine,
  ledger: OrderLedger,
  quantities: PartnerAgreement['changeQuantities'],
): OrderAcknowledgement['lines'][number] {
  if (change === 'DI' && line.confirmations.length === 0)
    return { ...line, confirmations: [{ code: 'ID', dates: [], item: [] }] };
  const sign = quantities === 'delta' ? signs.get(change ?? '') : undefined;
  const before = ledger.lines.find(({ lineNumber }) => String(lineNumber) === line.lineNumber);
  if (sign === undefined || !before || !line.ordered) return line;
  const total = micros(before.quantity.value) + sign * micros(line.ordered.value);
  return { ...line, ordered: { ...line.ordered, value: decimalText(total) } };
}

/** POC02, element 670: whether the difference is added or taken off. */
const signs: ReadonlyMap<string, bigint> = new Map([
  ['QI', 1n],
  ['QD', -1n],
]);

import type { CountedItem } from '#core/canonical/base-units.ts';
import type {
  AcknowledgedLine,
  LineConfirmation,
  OrderAcknowledgement,
} from '#core/canonical/order-acknowledgement.ts';
import type { LedgerLine } from '#core/canonical/order-ledger.ts';
import type { StatedQuantity } from '#core/canonical/trade.ts';
import { type Micros, micros, ZERO } from '#core/kernel/decimal.ts';
import type { Currency } from '#core/kernel/money.ts';
import { wholeMeaning } from './answer-codes.ts';
import { deliveryDateOf } from './delivery-date.ts';
import type { AnswerPart, LineAnswer, OrderedLine } from './line-answer.ts';
import { lineMeaning } from './line-codes.ts';
import type { ItemOf } from './match-lines.ts';
import { basedPrice, inBase, isConflict, type UnitConflict } from './order-units.ts';
import type { BasedPrice } from './tolerance.ts';

/** What an answer to a line is read with. */
export interface AnswerContext {
  readonly document: Pick<OrderAcknowledgement, 'standard' | 'answerCode' | 'currency' | 'dates'>;
  /** Of the order. */
  readonly currency: Currency;
  readonly item: CountedItem;
  /** Days from the supplier's shipment to arrival. */
  readonly transitDays: number;
  readonly itemOf: ItemOf;
}

/** A line of the ledger as it is compared. */
export function orderedLine(line: LedgerLine, item: CountedItem): OrderedLine | UnitConflict {
  const price = basedPrice(line.price, item, line.quantity.unit);
  if (isConflict(price)) return price;
  return { ordered: micros(line.baseQuantity.value), price, requestedDate: line.requestedDate };
}

/** Everything stated about one line, its amounts in the item's base unit; or the unit that the item does not have. */
export function readAnswer(
  line: LedgerLine,
  stated: readonly AcknowledgedLine[],
  context: AnswerContext,
): LineAnswer | UnitConflict {
  const parts: AnswerPart[] = [];
  const prices: BasedPrice[] = [];
  let backordered: Micros = ZERO;
  for (const piece of stated) {
    for (const confirmation of confirmationsOf(piece, stated.length)) {
      const part = readPart(line, piece, confirmation, context);
      if (isConflict(part)) return part;
      parts.push(part);
    }
    const later = amountOf(piece.backordered, line, context);
    if (isConflict(later)) return later;
    backordered += later.base ?? ZERO;
    const price = piece.price && basedPrice(piece.price, context.item, line.quantity.unit);
    if (price && isConflict(price)) return price;
    if (price && price.per > ZERO) prices.push(price);
  }
  const { document, currency } = context;
  const whole = wholeMeaning(document.standard, document.answerCode);
  const otherCurrency = prices.length > 0 && (document.currency ?? currency) !== currency;
  return { whole, parts, backordered, prices: otherCurrency ? [] : prices, otherCurrency };
}

/** A line without confirmations confirms itself; where one says nothing of how much, what was ordered by it counts. */
function confirmationsOf(piece: AcknowledgedLine, pieces: number): readonly LineConfirmation[] {
  const { confirmations, ordered } = piece;
  const given: readonly LineConfirmation[] =
    confirmations.length > 0 ? confirmations : [{ dates: [], item: [] }];
  const [only] = given;
  if (!only || given.length > 1 || only.quantity || !ordered) return given;
  // Beside other pieces of the line its own amount is all it can speak for; a balance said to come later is apart.
  return pieces > 1 || !piece.backordered ? [{ ...only, quantity: ordered }] : given;
}

function readPart(
  line: LedgerLine,
  piece: AcknowledgedLine,
  { code, quantity, dates, item }: LineConfirmation,
  context: AnswerContext,
): AnswerPart | UnitConflict {
  const amount = amountOf(quantity, line, context);
  if (isConflict(amount)) return amount;
  const named = context.itemOf(item) ?? context.itemOf(piece.item);
  return {
    meaning: lineMeaning(context.document.standard, code),
    code,
    quantity: amount.base,
    deliveryDate: deliveryDateOf([dates, piece.dates, context.document.dates], context.transitDays),
    substituteItemId: named === line.itemId ? undefined : named,
  };
}

function amountOf(
  stated: StatedQuantity | undefined,
  line: LedgerLine,
  { item }: AnswerContext,
): { readonly base: Micros | undefined } | UnitConflict {
  return stated ? inBase(stated, item, line.quantity.unit) : { base: undefined };
}

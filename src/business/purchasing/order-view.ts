import type { LineOutcome, OrderLedger } from '#core/canonical/order-ledger.ts';
import type { LocalDate } from '#core/kernel/dates.ts';
import { decimalText, type Micros, maximum, micros, ZERO } from '#core/kernel/decimal.ts';
import type { Price } from '#core/kernel/money.ts';
import type { Quantity, UnitCode } from '#core/kernel/quantity.ts';
import { totalShipped } from './rules/shipped-ledger.ts';

/** What became of one line so far. Amounts without a unit are in `unit`, the item's base unit. */
export interface OrderLineView {
  readonly lineNumber: number;
  readonly itemId: string;
  readonly cancelled: boolean;
  readonly quantity: Quantity;
  readonly price: Price;
  readonly unit: UnitCode;
  readonly ordered: string;
  /** What the supplier said; absent while it said nothing. */
  readonly answer?: {
    readonly outcomes: readonly LineOutcome[];
    readonly quantity?: Quantity;
    readonly price?: Price;
    readonly deliveryDate?: LocalDate;
    readonly substituteItemId?: string;
  };
  readonly requestedDate: LocalDate;
  readonly firstPromisedDate?: LocalDate;
  readonly lastPromisedDate?: LocalDate;
  readonly shipped: string;
  readonly receivedGood: string;
  readonly receivedDamaged: string;
  readonly invoiced: string;
  /** Ordered and not yet received in good state. */
  readonly open: string;
  readonly lastReceivedOn?: LocalDate;
}

/** What was ordered, answered, shipped, received and invoiced of an order, line by line. */
export const orderView = ({ lines }: OrderLedger): readonly OrderLineView[] =>
  lines.map((line): OrderLineView => {
    const { lineNumber, itemId, cancelled, quantity, baseQuantity, price, answer, received, invoiced } = line;
    const { requestedDate, firstPromisedDate, lastPromisedDate } = line;
    const good = sum(received.map((entry) => entry.good));
    const lastReceivedOn = received.at(-1)?.receivedOn;
    return {
      lineNumber,
      itemId,
      cancelled,
      quantity,
      price,
      unit: baseQuantity.unit,
      ordered: baseQuantity.value,
      ...(answer && { answer: answerView(answer, quantity.unit) }),
      requestedDate,
      ...(firstPromisedDate && { firstPromisedDate }),
      ...(lastPromisedDate && { lastPromisedDate }),
      shipped: decimalText(totalShipped(line)),
      receivedGood: decimalText(good),
      receivedDamaged: decimalText(sum(received.map(({ damaged }) => damaged))),
      invoiced: decimalText(sum(invoiced.map((entry) => entry.quantity))),
      open: cancelled ? '0' : decimalText(maximum(ZERO, micros(baseQuantity.value) - good)),
      ...(lastReceivedOn && { lastReceivedOn }),
    };
  });

type Answer = NonNullable<OrderLedger['lines'][number]['answer']>;

const answerView = (
  { outcomes, quantity, price, deliveryDate, substituteItemId }: Answer,
  unit: UnitCode,
): NonNullable<OrderLineView['answer']> => ({
  outcomes,
  ...(quantity && { quantity: { value: quantity, unit } }),
  ...(price && { price }),
  ...(deliveryDate && { deliveryDate }),
  ...(substituteItemId && { substituteItemId }),
});

const sum = (texts: readonly string[]): Micros => texts.reduce((total, text) => total + micros(text), ZERO);

import type { ExceptionDraft } from '#core/canonical/exception.ts';
import type { LedgerLine, OrderLedger } from '#core/canonical/order-ledger.ts';
import type { Tolerances } from '#core/canonical/partner-agreement.ts';
import { addDays, type LocalDate } from '#core/kernel/dates.ts';
import { type Micros, micros, ZERO } from '#core/kernel/decimal.ts';
import { inWords } from '#core/kernel/quantity-in-words.ts';
import { lineCause } from './answer-exceptions.ts';
import type { JudgedShipment } from './judge-shipment.ts';
import { worthOf } from './line-worth.ts';
import { totalShipped } from './shipped-ledger.ts';
import { quantityAgrees } from './tolerance.ts';

export interface ShipmentContext {
  readonly partnerDocumentId: string;
  /** As the supplier numbers the notice. */
  readonly number: string;
  readonly tolerances: Tolerances;
}

/**
 * What a buyer is asked about the shipments of one order: lines over or short of what was ordered once all their
 * shipments are counted, other items, and goods that arrive later than promised. `ledger` counts the shipment;
 * `touched` are the lines that it, or the one it replaces, is about.
 */
export function shipmentExceptions(
  ledger: OrderLedger,
  { lines, strangers }: JudgedShipment,
  touched: readonly number[],
  context: ShipmentContext,
): readonly ExceptionDraft[] {
  const others = new Map(lines.map(({ lineNumber, otherItemIds }) => [lineNumber, otherItemIds]));
  const drafts = ledger.lines
    .filter(
      ({ lineNumber, shipped }) =>
        shipped.length > 0 && (touched.includes(lineNumber) || others.has(lineNumber)),
    )
    .flatMap((line) => [
      ...differs(ledger, line, others.get(line.lineNumber) ?? [], context),
      ...isLate(ledger, line, context),
    ]);
  if (strangers.length === 0) return drafts;
  const { supplierId, orderNumber } = ledger;
  const stranger: ExceptionDraft = {
    kind: 'ship-notice-differs',
    cause: [ledger.id, context.partnerDocumentId, 'strangers'],
    title: `Ship notice ${context.number} has goods that ${orderNumber} did not order.`.slice(0, 300),
    about: {
      supplierId,
      purchaseOrderId: ledger.id,
      orderNumber,
      partnerDocumentId: context.partnerDocumentId,
    },
    evidence: strangers.slice(0, 50).map(({ item, shipped }) => ({
      what: (item[0]?.value ?? 'item without a number').slice(0, 80),
      expected: 'nothing',
      received: `${shipped.value} ${shipped.unit ?? ''}`.trim(),
    })),
  };
  return [...drafts, stranger];
}

function differs(
  ledger: OrderLedger,
  line: LedgerLine,
  otherItemIds: readonly string[],
  context: ShipmentContext,
): readonly ExceptionDraft[] {
  const [ordered, total] = [micros(line.baseQuantity.value), totalShipped(line)];
  const agrees = quantityAgrees(ordered, total, context.tolerances);
  if (agrees && otherItemIds.length === 0) return [];
  const { unit } = line.baseQuantity;
  const how = total > ordered ? 'more' : 'less';
  const title = agrees ? 'another item is shipped' : `${how} is shipped than was ordered`;
  return [
    {
      ...common('ship-notice-differs', title, ledger, line, context),
      evidence: [
        ...(agrees
          ? []
          : [{ what: 'quantity', expected: inWords(ordered, unit), received: inWords(total, unit) }]),
        ...otherItemIds.map((received) => ({ what: 'item', expected: line.itemId, received })),
      ],
      atStake: stakeOf(ledger, line, agrees ? total : distance(total, ordered)),
    },
  ];
}

/** Of all shipments of the line, those that come later than promised. */
function isLate(ledger: OrderLedger, line: LedgerLine, context: ShipmentContext): readonly ExceptionDraft[] {
  const promised = line.lastPromisedDate ?? line.requestedDate;
  const latest = latestDay(promised, context);
  const late = line.shipped.filter(({ expectedOn }) => expectedOn !== undefined && expectedOn > latest);
  const [received] = late
    .map(({ expectedOn }) => expectedOn ?? '')
    .sort()
    .reverse();
  if (received === undefined) return [];
  const quantity = late.reduce((sum, entry) => sum + micros(entry.quantity), ZERO);
  return [
    {
      ...common('ship-notice-late', 'the goods arrive later than promised', ledger, line, context),
      evidence: [{ what: 'delivery', expected: promised, received }],
      atStake: stakeOf(ledger, line, quantity),
    },
  ];
}

const latestDay = (promised: LocalDate, { tolerances }: ShipmentContext): LocalDate =>
  addDays(promised, tolerances.daysLate);

const distance = (a: Micros, b: Micros): Micros => (a > b ? a - b : b - a);

/** So many base units at the order's price. */
export function stakeOf(ledger: OrderLedger, line: LedgerLine, base: Micros) {
  const [ordered, orderedBase] = [micros(line.quantity.value), micros(line.baseQuantity.value)];
  const inPriceUnit =
    line.price.per.unit === line.baseQuantity.unit || orderedBase === ZERO
      ? base
      : (base * ordered) / orderedBase;
  return worthOf(
    inPriceUnit,
    { amount: micros(line.price.amount), per: micros(line.price.per.value) },
    ledger.currency,
  );
}

const common = (
  kind: ExceptionDraft['kind'],
  what: string,
  { id, supplierId, partnerId, orderNumber }: OrderLedger,
  { lineNumber, itemId }: LedgerLine,
  { partnerDocumentId }: ShipmentContext,
) => ({
  kind,
  cause: lineCause(id, lineNumber),
  title: `Line ${lineNumber} (${itemId}) of ${orderNumber}: ${what}.`,
  about: {
    supplierId,
    ...(partnerId && { partnerId }),
    purchaseOrderId: id,
    orderNumber,
    lineNumber,
    itemId,
    partnerDocumentId,
  },
});

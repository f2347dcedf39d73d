import type { ChangedOrderLine, OrderChange, RemainingOrderLine } from '#core/canonical/order-change.ts';
import { decimalText, micros } from '#core/kernel/decimal.ts';
import { Segment } from '../../codec/segment.ts';
import { findX12Schema } from '../../x12/schema/find-schema.ts';
import type { Finding, MappedOut } from '../mapped.ts';
import type { ChangeContext } from '../order-context.ts';
import { aboutLine, aboutOrder, digitsOfDate, faultsOfPrice, inPieces } from '../writing.ts';
import { checkedX12, descriptions, numbersOf, partySegments, priceElements, unitCodes } from './writing.ts';

/** Element 353. */
const purposeCodes: Readonly<Record<OrderChange['purpose'], string>> = {
  change: '04',
  cancellation: '01',
  confirmation: '06',
};

/** Element 670 by what differs, in the order of `changedValueSchema`; a quantity alone is QI or QD. */
const changeCodes: ReadonlyMap<string, string> = new Map([
  ['price', 'PC'],
  ['dates', 'CT'],
  ['quantity price', 'PQ'],
  ['quantity dates', 'RQ'],
  ['price dates', 'MU'],
  ['quantity price dates', 'MU'],
]);

/**
 * Write a change of an order as the body of an 860.
 * 1. BCH: purpose, stand-alone (SA), the order with its release and date, the change's sequence number and day.
 *    CUR: the buyer's currency. N9 `L1` with MSG: why. N1: the parties.
 * 2. POC: line, what becomes of it (670), the new total and the part of it still open in their unit, price, numbers.
 *    PID: description. DTM 002: when the line is wanted, or SCH where it comes in several deliveries. MSG: why.
 * 3. CTT: number of lines. AMT `TT`: the order's new total.
 * Where the partner wants differences (`changeQuantities`), POC03 is how much more or less: without sign under QI and
 * QD, which say the direction, with sign elsewhere, and left out where the quantity stays.
 * Faults: as for an 850, and a difference that is not known.
 */
export function write860(change: OrderChange, context: ChangeContext, version: string): MappedOut {
  const schema = findX12Schema('860', version);
  if (schema === undefined)
    return { ok: false, faults: [aboutOrder(`there is no 860 in version ${version}`)] };
  const faults: Finding[] = [];
  const { currency, lines, total } = change;
  const body = [
    beginning(change),
    new Segment('CUR', ['BY', currency]),
    ...notes(change.reason),
    ...context.parties.flatMap(partySegments),
    ...lines.flatMap((line) => lineSegments(line, change, context, faults)),
    ...(lines.length > 0 || total !== undefined ? [new Segment('CTT', [String(lines.length)])] : []),
    ...(total === undefined ? [] : [new Segment('AMT', ['TT', total])]),
  ];
  return faults.length > 0 ? { ok: false, faults } : checkedX12(body, schema);
}

function beginning({ purpose, order, sequence, changedOn }: OrderChange): Segment {
  const { number, release = '', date } = order;
  const until = ['SA', number, release, String(sequence), digitsOfDate(date)];
  return new Segment('BCH', [purposeCodes[purpose], ...until, '', '', '', '', digitsOfDate(changedOn)]);
}

const notes = (text = ''): Segment[] =>
  text === '' ? [] : [new Segment('N9', ['L1', 'REASON']), ...messages(text)];

/** MSG has room for a text of 264. */
const messages = (text = ''): Segment[] => inPieces(text, 264).map((piece) => new Segment('MSG', [piece]));

function lineSegments(
  line: ChangedOrderLine,
  { currency }: OrderChange,
  context: ChangeContext,
  faults: Finding[],
): Segment[] {
  const numbers = numbersOf(line, context.items, faults);
  if (line.action === 'delete') {
    const head = [String(line.lineNumber), 'DI', '', '', '', '', ''];
    return [new Segment('POC', [...head, ...numbers]), ...messages(line.reason)];
  }
  faults.push(...faultsOfPrice(line, currency));
  const values = [...quantityElements(line, context, faults), ...priceElements(line, faults)];
  return [
    new Segment('POC', [String(line.lineNumber), codeOf(line), ...values, ...numbers]),
    ...descriptions(context.items.get(line.itemId)?.description ?? ''),
    ...(line.deliveries?.length ? [] : [new Segment('DTM', ['002', digitsOfDate(line.requestedDate)])]),
    ...messages(line.reason),
    ...scheduleSegments(line),
  ];
}

/** POC02. Without the quantity before, more is not told from less, and all values are replaced. */
function codeOf(line: RemainingOrderLine): string {
  if (line.action === 'add') return 'AI';
  if (line.action === 'replace') return 'RZ';
  const differing = ['quantity', 'price', 'dates'].filter((value) => line.changes.some((c) => c === value));
  const key = differing.join(' ');
  if (key === 'dates' && line.deliveries?.length) return 'RS';
  if (key !== 'quantity') return changeCodes.get(key) ?? 'RZ';
  const more = differenceOf(line);
  return more === undefined || more === 0n ? 'RZ' : more > 0n ? 'QI' : 'QD';
}

const differenceOf = (line: RemainingOrderLine): bigint | undefined =>
  line.action === 'change' && line.previousQuantity !== undefined
    ? micros(line.quantity.value) - micros(line.previousQuantity)
    : undefined;

/** POC03, POC04 and POC05: ordered, still to be received, unit. One of them needs the others. */
function quantityElements(
  line: RemainingOrderLine,
  { changeQuantities }: ChangeContext,
  faults: Finding[],
): string[] {
  const { quantity, openQuantity = quantity.value } = line;
  const unit = unitCodes[quantity.unit];
  if (changeQuantities !== 'delta' || line.action !== 'change') return [quantity.value, openQuantity, unit];
  if (!line.changes.includes('quantity')) return ['', '', unit];
  const more = differenceOf(line);
  if (more === undefined) {
    faults.push(
      aboutLine(line, 'does not know what was ordered before, and the partner wants the difference'),
    );
    return ['', '', ''];
  }
  const isNamed = line.changes.length === 1;
  return [decimalText(isNamed && more < 0n ? -more : more), openQuantity, unit];
}

/** SCH: so much (SCH01, SCH02) requested for delivery (SCH05 002) on a day. */
const scheduleSegments = ({ deliveries = [], quantity }: RemainingOrderLine): Segment[] =>
  deliveries.map(
    (delivery) =>
      new Segment('SCH', [
        delivery.quantity,
        unitCodes[quantity.unit],
        '',
        '',
        '002',
        digitsOfDate(delivery.date),
      ]),
  );

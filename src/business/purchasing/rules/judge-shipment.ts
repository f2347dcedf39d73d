import type { CountedItem } from '#core/canonical/base-units.ts';
import type { OrderLedger } from '#core/canonical/order-ledger.ts';
import type { ShipNotice } from '#core/canonical/ship-notice.ts';
import type { ExpectedShipment } from '#core/canonical/supplier-flow.ts';
import type { LocalDate } from '#core/kernel/dates.ts';
import { type Micros, ZERO } from '#core/kernel/decimal.ts';
import { deliveryDateOf } from './delivery-date.ts';
import type { ShippedPiece } from './flatten-notice.ts';
import type { JudgeContext, JudgementStopped } from './judge-answer.ts';
import { matchLines } from './match-lines.ts';
import { inBase, isConflict } from './order-units.ts';

type Lots = ExpectedShipment['lines'][number]['lots'];

/** What a notice ships of one line of an order, in the item's base unit. */
export interface ShippedLine {
  readonly lineNumber: number;
  readonly itemId: string;
  readonly quantity: Micros;
  readonly shippedOn: LocalDate | undefined;
  readonly expectedOn: LocalDate | undefined;
  readonly lots: Lots;
  /** Items other than the ordered one that came under its line. */
  readonly otherItemIds: readonly string[];
}

export interface JudgedShipment {
  readonly lines: readonly ShippedLine[];
  /** What is on no line of the order. */
  readonly strangers: readonly ShippedPiece[];
}

type Context = Pick<JudgeContext, 'itemOf' | 'items' | 'transitDays'>;

/** The day the goods left: as stated, else the day of the notice. */
export const shippedOnOf = ({ dates, issuedOn }: ShipNotice): LocalDate | undefined =>
  dates
    .filter(({ event }) => event === 'shipped' || event === 'shipment')
    .map(({ date }) => date)
    .sort()
    .at(-1) ?? issuedOn;

/** What a notice ships of one order, line by line; or the unit in which an item cannot be counted. */
export function judgeShipment(
  ledger: OrderLedger,
  pieces: readonly ShippedPiece[],
  notice: ShipNotice,
  context: Context,
): JudgedShipment | JudgementStopped {
  const { matched, strangers } = matchLines(ledger.lines, pieces, context.itemOf);
  const lines: ShippedLine[] = [];
  for (const line of ledger.lines) {
    const stated = matched.get(line.lineNumber);
    if (!stated) continue;
    const { lineNumber, itemId, quantity, baseQuantity } = line;
    const item: CountedItem = context.items.get(itemId) ?? { baseUnit: baseQuantity.unit, packs: [] };
    let total: Micros = ZERO;
    for (const piece of stated) {
      const based = inBase(piece.shipped, item, quantity.unit);
      if (isConflict(based)) return { ...based, itemId };
      total += based.base;
    }
    const named = stated.map((piece) => context.itemOf(piece.item));
    const when = arrival(notice, context.transitDays.get(itemId) ?? 0);
    const otherItemIds = named.filter((other) => other !== undefined && other !== itemId);
    lines.push({
      lineNumber,
      itemId,
      quantity: total,
      ...when,
      lots: lotsOf(stated),
      otherItemIds: unique(otherItemIds),
    });
  }
  return { lines, strangers };
}

const unique = (ids: readonly (string | undefined)[]): readonly string[] =>
  [...new Set(ids)].filter((id) => id !== undefined).sort();

function arrival(notice: ShipNotice, transitDays: number): Pick<ShippedLine, 'shippedOn' | 'expectedOn'> {
  const shippedOn = shippedOnOf(notice);
  const leaves = shippedOn === undefined ? [] : [{ event: 'shipped' as const, code: '11', date: shippedOn }];
  return { shippedOn, expectedOn: deliveryDateOf([notice.dates, leaves], transitDays) };
}

/** Each lot once, by its number; a lot without one is none that could be traced. */
function lotsOf(pieces: readonly ShippedPiece[]): Lots {
  const lots = new Map<string, Lots[number]>();
  for (const { number, expiresOn, bestBefore } of pieces.flatMap((piece) => piece.lots)) {
    const until = expiresOn ?? bestBefore;
    if (number !== undefined) lots.set(number, { number, ...(until && { expiresOn: until }) });
  }
  return [...lots.values()].slice(0, 50);
}

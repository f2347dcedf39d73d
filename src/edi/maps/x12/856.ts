import type { ShipNotice, ShippedItem, ShippedPack } from '#core/canonical/ship-notice.ts';
import { shipNoticeSchema } from '#core/canonical/ship-notice.ts';
import type { OrderReference } from '#core/canonical/trade.ts';
import type { Transaction } from '../../codec/interchange.ts';
import type { LoopInstance } from '../../codec/loop-instance.ts';
import { loopsIn, segmentIn, segmentsIn } from '../../codec/loop-instance.ts';
import type { Segment } from '../../codec/segment.ts';
import type { Mapped } from '../mapped.ts';
import { Reading, withoutLoops } from '../reading.ts';
import { stated } from '../values.ts';
import type { HierarchicalLevel } from './hierarchy.ts';
import { hierarchyOf } from './hierarchy.ts';
import {
  checkLineCount,
  orderReference,
  readDates,
  readDescription,
  readItem,
  readPair,
  readParties,
  readPurpose,
  readQuantity,
  readReference,
  readReferences,
  totalsIn,
} from './parts.ts';

/** What has been found below a level, and the order that holds there. */
interface Contents {
  readonly packs: ShippedPack[];
  readonly items: ShippedItem[];
}

interface Collected {
  readonly reading: Reading;
  readonly orders: OrderReference[];
  readonly ssccs: Set<string>;
}

/** Item numbers that are none: lot, serial, and where in which order. */
const aside = ['LT', 'PO', 'PL'];

/**
 * Read an 856 as a ship notice.
 * 1. BSN: number (BSN02) and whether it is new, replaces or cancels (BSN01).
 * 2. HL loops become a tree by HL01 and HL02, whatever BSN05 says of their order.
 * 3. Shipment (S): dates, parties, references. Order (O): PRF01, for all below it. Tare and pack (T, P): SSCC of
 *    MAN. Item (I): LIN and SN1, lot by LIN `LT`, expiry by DTM 036.
 */
export function read856(transaction: Transaction): Mapped<ShipNotice> {
  const { root } = transaction;
  if (root === undefined) return withoutLoops(transaction);
  const reading = new Reading(transaction);
  const bsn = segmentIn(root, 'BSN');
  if (bsn) reading.note(bsn, 5);
  const loops = loopsIn(root, 'HL');
  checkLineCount(reading, totalsIn(root), countMeant(loops, totalsIn(root)));
  const levels = hierarchyOf(reading, loops);
  const shipments = levels.filter(({ code }) => code === 'S');
  if (shipments.length > 1)
    reading.fault(shipments[1]?.hl, { element: 3 }, 'is a second shipment in one notice');
  const collected: Collected = { reading, orders: [], ssccs: new Set() };
  const contents: Contents = { packs: [], items: [] };
  for (const level of levels) take(collected, level, undefined, contents);
  const shipment = shipments[0]?.loop;
  const td1 = shipment && segmentIn(shipment, 'TD1');
  const document = stated({
    standard: 'x12' as const,
    number: reading.required(bsn, 2, 'the number of the ship notice'),
    purpose: readPurpose(reading, bsn, 1) ?? { code: '00', meaning: 'original' as const },
    issuedOn: reading.date(bsn, { element: 3 }),
    issuedAt: reading.optional(bsn, 4),
    dates: [...readDates(reading, root), ...(shipment ? readDates(reading, shipment) : [])],
    parties: shipment ? readParties(reading, shipment) : [],
    references: shipment ? readReferences(reading, shipment) : [],
    packaging: reading.optional(td1, 1),
    packageCount: reading.whole(td1, { element: 2 }),
    orders: collected.orders,
    ...contents,
  });
  return reading.finish(document, shipNoticeSchema);
}

/** CTT01 counts the HL segments; some partners count the items, and either is a true count. */
function countMeant(loops: readonly LoopInstance[], ctt: Segment | undefined): number {
  const items = loops.filter((loop) => segmentIn(loop, 'HL')?.text(3) === 'I').length;
  return Number(ctt?.text(1)) === items ? items : loops.length;
}

/** Take what one level says, and then all below it, into the pack they are in. */
function take(
  collected: Collected,
  level: HierarchicalLevel,
  order: OrderReference | undefined,
  into: Contents,
): void {
  const orderBelow = level.code === 'O' ? (readOrder(collected, level) ?? order) : order;
  const below = contentsOf(collected, level, order, into);
  for (const child of level.children) take(collected, child, orderBelow, below);
}

/** Where what is below a level belongs: a new pack, or where the level itself is. */
function contentsOf(
  collected: Collected,
  level: HierarchicalLevel,
  order: OrderReference | undefined,
  into: Contents,
): Contents {
  switch (level.code) {
    case 'S':
    case 'O':
      return into;
    case 'T':
    case 'P': {
      const pack = { ...readPack(collected, level), packs: [], items: [] };
      into.packs.push(pack);
      return pack;
    }
    case 'I':
      into.items.push(readShipped(collected.reading, level, order));
      return into;
    default:
      collected.reading.fault(level.hl, { element: 3 }, 'is a level that is not known here');
      return into;
  }
}

function readOrder(
  { reading, orders }: Collected,
  { loop, hl }: HierarchicalLevel,
): OrderReference | undefined {
  const prf = segmentIn(loop, 'PRF');
  const order = orderReference(reading.optional(prf, 1), {
    release: reading.optional(prf, 2),
    date: reading.date(prf, { element: 4 }),
  });
  if (order === undefined)
    reading.fault(prf ?? hl, {}, 'an order level without the number of its order (PRF01)');
  else if (!orders.some(({ number }) => number === order.number)) orders.push(order);
  return order;
}

function readPack(collected: Collected, { loop, code }: HierarchicalLevel) {
  const { reading } = collected;
  return stated({
    level: code,
    ssccs: segmentsIn(loop, 'MAN').flatMap((man) => readSscc(collected, man)),
    packaging: reading.optional(segmentIn(loop, 'TD1'), 1),
    count: reading.whole(segmentIn(loop, 'TD1'), { element: 2 }),
  });
}

/** MAN01 `GM` (with or without its application identifier 00) and `AA` are serial shipping container codes. */
function readSscc({ reading, ssccs }: Collected, man: Segment): string[] {
  if (man.text(1) !== 'GM' && man.text(1) !== 'AA') return [];
  reading.note(man, 1);
  const text = reading.text(man, 2);
  const sscc = /^00\d{18}$/.test(text) ? text.slice(2) : text;
  if (!/^\d{18}$/.test(sscc))
    reading.fault(man, { element: 2 }, 'is no SSCC: 18 digits, perhaps with 00 before them');
  else if (ssccs.has(sscc)) reading.fault(man, { element: 2 }, 'is an SSCC that another pack has already');
  ssccs.add(sscc);
  return [sscc];
}

function readShipped(
  reading: Reading,
  { loop, hl }: HierarchicalLevel,
  order: OrderReference | undefined,
): ShippedItem {
  const lin = segmentIn(loop, 'LIN');
  const sn1 = segmentIn(loop, 'SN1');
  const shipped = sn1 && readQuantity(reading, sn1, 2);
  if (shipped === undefined) reading.fault(sn1 ?? hl, {}, 'an item without the quantity shipped (SN102)');
  return stated({
    lineNumber: readLineNumber(reading, lin, sn1),
    order: readOrderLine(reading, loop, order),
    item: readItem(reading, lin, 2, aside),
    description: readDescription(reading, loop),
    shipped: shipped ?? { value: '0' },
    ordered: sn1 && readQuantity(reading, sn1, 5),
    statusCode: reading.optional(sn1, 8),
    lots: readLots(reading, loop),
  });
}

/** LIN01, or SN101 where LIN01 is empty or says the same; another SN101 stays unread. */
function readLineNumber(reading: Reading, lin: Segment | undefined, sn1: Segment | undefined) {
  const number = reading.optional(lin, 1);
  if (number === undefined) return reading.optional(sn1, 1);
  if (sn1?.text(1) === number) reading.note(sn1, 1);
  return number;
}

/** The order above the item, or the one its LIN names (`PO`), with the line (`PL`, REF `PL`). */
function readOrderLine(
  reading: Reading,
  loop: LoopInstance,
  order: OrderReference | undefined,
): OrderReference | undefined {
  const lin = segmentIn(loop, 'LIN');
  const own = readPair(reading, lin, 2, 'PO');
  const line = readPair(reading, lin, 2, 'PL') ?? readReference(reading, loop, 'PL');
  if (own !== undefined && own !== order?.number) return orderReference(own, { line });
  return order && stated({ ...order, line });
}

function readLots(reading: Reading, loop: LoopInstance) {
  const number = readPair(reading, segmentIn(loop, 'LIN'), 2, 'LT') ?? readReference(reading, loop, 'LT');
  const dtm = segmentsIn(loop, 'DTM').find((segment) => segment.text(1) === '036');
  if (dtm) reading.note(dtm, 1);
  const expiresOn = reading.date(dtm, { element: 2 });
  return number === undefined && expiresOn === undefined ? [] : [stated({ number, expiresOn })];
}

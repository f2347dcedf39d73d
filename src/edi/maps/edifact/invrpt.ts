import type {
  StockDate,
  StockLine,
  StockQuantity,
  StockState,
  SupplierStock,
} from '#core/canonical/supplier-stock.ts';
import { supplierStockSchema } from '#core/canonical/supplier-stock.ts';
import type { Transaction } from '../../codec/interchange.ts';
import type { LoopInstance } from '../../codec/loop-instance.ts';
import { segmentIn, segmentsIn } from '../../codec/loop-instance.ts';
import type { Segment } from '../../codec/segment.ts';
import type { Mapped } from '../mapped.ts';
import { loopsBeginning, Reading, withoutLoops } from '../reading.ts';
import { otherScheme, stated } from '../values.ts';
import { partySchemes } from './codes.ts';
import { readCatalogPrices, readLeadTimes } from './offers.ts';
import {
  readCurrency,
  readDateOf,
  readDay,
  readDescription,
  readItem,
  readParties,
  readPurpose,
  readQuantityOf,
  readReferences,
} from './parts.ts';

/** Element 6063. `145` and `17` are all that is there; neither directory has a code for what of it may be sold. */
const states: ReadonlyMap<string, StockState> = new Map([
  ['17', 'on_hand'],
  ['145', 'on_hand'],
  ['20', 'on_hold'],
  ['27', 'on_hold'],
  ['89', 'on_hold'],
  ['96', 'on_hold'],
  ['124', 'on_hold'],
  ['66', 'allocated'],
  ['73', 'on_order'],
  ['198', 'in_transit'],
  ['97', 'minimum'],
  ['98', 'maximum'],
  ['153', 'sold'],
]);

/** Element 7491: stock of these kinds is there and may not be sold. */
const restricted: ReadonlyMap<string, StockState> = new Map([
  ['2', 'on_hold'],
  ['3', 'on_hold'],
  ['4', 'allocated'],
]);

/** Element 4501. */
const movements: ReadonlyMap<string, 'in' | 'out'> = new Map([
  ['1', 'out'],
  ['2', 'in'],
]);

/** Element 2005. */
const dateEvents: ReadonlyMap<string, StockDate['event']> = new Map([
  ['7', 'as_of'],
  ['91', 'as_of'],
  ['17', 'expected'],
  ['44', 'expected'],
  ['36', 'expires'],
  ['361', 'expires'],
]);

/**
 * Read an INVRPT as what the supplier has.
 * 1. BGM: kind (1001), number, purpose (1225). DTM 137: its day, 7 or 91: as of when.
 * 2. LIN: the item. LOC of the line: where all its quantities are that state no place of their own.
 * 3. QTY groups (in D.01B INV groups, with the QTY in them): what it counts (6063, kept; damaged, bonded and reserved
 *    stock by INV 7491), how much, moved in or out (INV 4501), its dates, where it is (LOC, else NAD), its prices.
 */
export function readInvrpt(transaction: Transaction): Mapped<SupplierStock> {
  const { root } = transaction;
  if (root === undefined) return withoutLoops(transaction);
  const reading = new Reading(transaction);
  const bgm = segmentIn(root, 'BGM');
  const document = stated({
    standard: 'edifact' as const,
    number: reading.optional(bgm, 2),
    kindCode: reading.optional(bgm, 1),
    purpose: readPurpose(reading, bgm),
    issuedOn: readDateOf(reading, root, '137'),
    dates: readStockDates(reading, root),
    currency: readCurrency(reading, root),
    parties: readParties(reading, root),
    references: readReferences(reading, root),
    lines: loopsBeginning(root, 'LIN').map((loop) => readLine(reading, loop)),
  });
  return reading.finish(document, supplierStockSchema);
}

function readLine(reading: Reading, loop: LoopInstance): StockLine {
  const ofLine = readPlace(reading, loop);
  const groups = [...loopsBeginning(loop, 'QTY'), ...loopsBeginning(loop, 'INV')];
  const read = groups.flatMap((group) => readStock(reading, group, ofLine));
  return stated({
    lineNumber: reading.optional(segmentIn(loop, 'LIN'), 1),
    item: readItem(reading, loop),
    description: readDescription(reading, loop),
    quantities: read.map(({ stock }) => stock),
    prices: read.flatMap(({ prices }) => prices),
    leadTimes: readLeadTimes(reading, loop),
    dates: readStockDates(reading, loop),
    parties: [],
    references: readReferences(reading, loop),
  });
}

const readStockDates = (reading: Reading, loop: LoopInstance): StockDate[] =>
  segmentsIn(loop, 'DTM').flatMap((dtm) => {
    const code = dtm.text(1);
    const event = dateEvents.get(code);
    const date = event && readDay(reading, dtm);
    return event && date ? [{ event, code, date }] : [];
  });

function readStock(reading: Reading, group: LoopInstance, ofLine: StockQuantity['location']) {
  const qty = segmentIn(group, 'QTY');
  const quantity = qty && readQuantityOf(reading, qty);
  if (qty === undefined || quantity === undefined) return [];
  const inv = segmentIn(group, 'INV');
  const code = reading.text(qty, 1);
  const inventoryType = reading.optional(inv, 2);
  const state = states.get(code) ?? 'other';
  const stock: StockQuantity = stated({
    state: state === 'on_hand' ? (restricted.get(inventoryType ?? '') ?? state) : state,
    code,
    quantity,
    dates: readStockDates(reading, group),
    schedule: [],
    location: readPlace(reading, group) ?? readPartyPlace(reading, group) ?? ofLine,
    movement: readMovement(reading, inv),
    inventoryType,
  });
  return [{ stock, prices: readCatalogPrices(reading, group, { unit: quantity.unit }) }];
}

function readMovement(reading: Reading, inv: Segment | undefined): 'in' | 'out' | undefined {
  const movement = movements.get(inv?.text(1) ?? '');
  if (inv && movement) reading.note(inv, 1);
  return movement;
}

/** The first LOC: function (3227), number and agency, name (C517). */
function readPlace(reading: Reading, loop: LoopInstance): StockQuantity['location'] {
  const loc = segmentIn(loop, 'LOC');
  if (loc === undefined) return undefined;
  const code = reading.optional(loc, 1);
  const name = reading.optional(loc, 2, 4);
  return stated({ code, name, identifiers: readNumber(reading, loc) });
}

/** The first NAD of a quantity: role, number and agency. */
function readPartyPlace(reading: Reading, group: LoopInstance): StockQuantity['location'] {
  const nad = loopsBeginning(group, 'NAD').flatMap((inner) => segmentsIn(inner, 'NAD'))[0];
  if (nad === undefined) return undefined;
  return stated({ code: reading.optional(nad, 1), identifiers: readNumber(reading, nad) });
}

/** The number in the second element and its agency (3055), as in NAD and LOC. */
function readNumber(reading: Reading, segment: Segment) {
  const agency = segment.text(2, 3);
  const scheme = partySchemes.get(agency) ?? otherScheme('edifact:3055-', agency || 'none');
  if (scheme === undefined || segment.text(2) === '') return [];
  reading.note(segment, 2, 3);
  return [{ scheme, value: reading.text(segment, 2) }];
}

import type {
  StockDate,
  StockLine,
  StockQuantity,
  StockState,
  SupplierStock,
} from '#core/canonical/supplier-stock.ts';
import { supplierStockSchema } from '#core/canonical/supplier-stock.ts';
import type { StatedQuantity } from '#core/canonical/trade.ts';
import type { UnitCode } from '#core/kernel/quantity.ts';
import type { Transaction } from '../../codec/interchange.ts';
import type { LoopInstance } from '../../codec/loop-instance.ts';
import { loopsIn, segmentIn, segmentsIn } from '../../codec/loop-instance.ts';
import type { Segment } from '../../codec/segment.ts';
import type { Mapped } from '../mapped.ts';
import { Reading, withoutLoops } from '../reading.ts';
import { otherScheme, stated } from '../values.ts';
import { partySchemes, units } from './codes.ts';
import { readCatalogPrice, readLeadTimes } from './offers.ts';
import {
  checkLineCount,
  readCurrency,
  readDescription,
  readItem,
  readParties,
  readPurpose,
  readQuantity,
  readReferences,
  totalsIn,
} from './parts.ts';

/** Element 673. */
const states: ReadonlyMap<string, StockState> = new Map([
  ['17', 'on_hand'],
  ['20', 'on_hold'],
  ['26', 'on_hand'],
  ['27', 'allocated'],
  ['29', 'projected'],
  ['32', 'sold'],
  ['33', 'available'],
  ['34', 'available'],
  ['37', 'in_production'],
  ['63', 'on_order'],
  ['IQ', 'in_transit'],
  ['QH', 'on_hold'],
]);

/** Element 374. */
const dateEvents: ReadonlyMap<string, StockDate['event']> = new Map([
  ['007', 'as_of'],
  ['091', 'as_of'],
  ['017', 'expected'],
  ['018', 'expected'],
  ['169', 'expected'],
  ['371', 'expected'],
  ['036', 'expires'],
]);

/**
 * Read an 846 as what the supplier has.
 * 1. BIA: purpose (BIA01), kind (BIA02), number (BIA03), day and time (BIA04, BIA05). DTM 007: as of when.
 * 2. LIN: the item. CTP: prices. LDT: lead times. N1 loops of the line: where it is. SDQ: quantities by location.
 * 3. QTY, any number a line: what it counts (QTY01, kept), how much (QTY02, in QTY03, else UIT01 of the line), its
 *    dates (DTM), its parts by day (SCH), where it is (N1 of the REF loop).
 */
export function read846(transaction: Transaction): Mapped<SupplierStock> {
  const { root } = transaction;
  if (root === undefined) return withoutLoops(transaction);
  const reading = new Reading(transaction);
  const bia = segmentIn(root, 'BIA');
  const lines = loopsIn(root, 'LIN').map((loop) => readLine(reading, loop));
  checkLineCount(reading, totalsIn(root), lines.length);
  const document = stated({
    standard: 'x12' as const,
    number: reading.optional(bia, 3),
    kindCode: reading.optional(bia, 2),
    purpose: readPurpose(reading, bia, 1),
    issuedOn: reading.date(bia, { element: 4 }),
    issuedAt: reading.optional(bia, 5),
    dates: readStockDates(reading, root),
    currency: readCurrency(reading, root),
    parties: readParties(reading, root),
    references: readReferences(reading, root),
    lines,
  });
  return reading.finish(document, supplierStockSchema);
}

function readLine(reading: Reading, loop: LoopInstance): StockLine {
  const lin = segmentIn(loop, 'LIN');
  const uit = segmentIn(loop, 'UIT');
  const unit = uit && reading.coded(uit, { element: 1 }, units, 'unit of measure');
  return stated({
    lineNumber: reading.optional(lin, 1),
    item: readItem(reading, lin, 2),
    description: readDescription(reading, loop),
    quantities: [
      ...loopsIn(loop, 'QTY').flatMap((inner) => readStock(reading, inner, unit)),
      ...segmentsIn(loop, 'SDQ').flatMap((sdq) => readByLocation(reading, sdq)),
    ],
    prices: segmentsIn(loop, 'CTP').flatMap((ctp) => readCatalogPrice(reading, ctp)),
    leadTimes: readLeadTimes(reading, loop),
    dates: readStockDates(reading, loop),
    parties: readParties(reading, loop),
    references: readReferences(reading, loop),
  });
}

const readStockDates = (reading: Reading, loop: LoopInstance): StockDate[] =>
  segmentsIn(loop, 'DTM').flatMap((dtm) => readStockDate(reading, dtm, 1));

/** A qualifier and its date in the element after it; none when it has no meaning here. */
function readStockDate(reading: Reading, segment: Segment, element: number): StockDate[] {
  const code = segment.text(element);
  const event = dateEvents.get(code);
  if (event === undefined || segment.text(element + 1) === '') return [];
  reading.note(segment, element);
  const date = reading.date(segment, { element: element + 1 });
  return date === undefined ? [] : [{ event, code, date }];
}

function readStock(reading: Reading, loop: LoopInstance, ofLine: UnitCode | undefined): StockQuantity[] {
  const qty = segmentIn(loop, 'QTY');
  const said = qty && readQuantity(reading, qty, 2);
  if (qty === undefined || said === undefined) return [];
  const quantity: StatedQuantity = stated({ value: said.value, unit: said.unit ?? ofLine });
  const code = reading.text(qty, 1);
  return [
    stated({
      state: states.get(code) ?? ('other' as const),
      code,
      quantity,
      dates: readStockDates(reading, loop),
      schedule: loopsIn(loop, 'SCH').flatMap((inner) => readSchedule(reading, inner)),
      location: readPlace(reading, loop),
    }),
  ];
}

/** SCH: so much (SCH01, SCH02) on a day (SCH06) that is what SCH05 says. */
function readSchedule(reading: Reading, loop: LoopInstance): StockQuantity['schedule'] {
  const sch = segmentIn(loop, 'SCH');
  if (sch === undefined) return [];
  const quantity = readQuantity(reading, sch, 1);
  const date = reading.date(sch, { element: 6 });
  if (quantity === undefined || date === undefined) return [];
  return [{ quantity, code: reading.text(sch, 5), date }];
}

/** The first N1 of the REF loops of a quantity. */
function readPlace(reading: Reading, loop: LoopInstance): StockQuantity['location'] {
  const n1 = loopsIn(loop, 'REF').flatMap((ref) => segmentsIn(ref, 'N1'))[0];
  if (n1 === undefined) return undefined;
  const value = n1.text(4);
  const scheme = locationScheme(n1.text(3));
  if (scheme !== undefined) reading.note(n1, 3);
  return stated({
    code: reading.optional(n1, 1),
    name: reading.optional(n1, 2),
    identifiers: scheme === undefined || value === '' ? [] : [{ scheme, value: reading.text(n1, 4) }],
  });
}

const locationScheme = (qualifier: string): string | undefined =>
  partySchemes.get(qualifier) ?? otherScheme('x12:66-', qualifier || 'none');

/** SDQ23 is one place for all: where in each of those locations. */
const AFTER_SDQ_PAIRS = 23;

/** SDQ: quantities (380) by location (67), in the unit of SDQ01 and by numbers of the kind of SDQ02. */
function readByLocation(reading: Reading, sdq: Segment): StockQuantity[] {
  const unit = reading.coded(sdq, { element: 1 }, units, 'unit of measure');
  const scheme = locationScheme(sdq.text(2));
  if (scheme === undefined) return [];
  reading.note(sdq, 2);
  const found: StockQuantity[] = [];
  for (let at = 3; at < Math.min(sdq.elements.length, AFTER_SDQ_PAIRS); at += 2) {
    const value = reading.decimal(sdq, { element: at + 1 });
    if (value === undefined) continue;
    const place = reading.text(sdq, at);
    found.push({
      state: 'other',
      quantity: stated({ value, unit }),
      dates: [],
      schedule: [],
      location: { identifiers: [{ scheme, value: place }] },
    });
  }
  return found;
}

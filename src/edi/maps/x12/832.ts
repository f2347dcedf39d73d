import type { CatalogLine, CatalogPack, SupplierCatalog } from '#core/canonical/supplier-catalog.ts';
import { supplierCatalogSchema } from '#core/canonical/supplier-catalog.ts';
import type { Transaction } from '../../codec/interchange.ts';
import type { LoopInstance } from '../../codec/loop-instance.ts';
import { loopsIn, segmentIn, segmentsIn } from '../../codec/loop-instance.ts';
import type { Segment } from '../../codec/segment.ts';
import type { Mapped } from '../mapped.ts';
import { Reading, withoutLoops } from '../reading.ts';
import { stated } from '../values.ts';
import { readCatalogPrice, readLeadTimes, readValidity } from './offers.ts';
import {
  checkLineCount,
  readCurrency,
  readDescription,
  readItem,
  readNotes,
  readParties,
  readPurpose,
  readQuantity,
  readReferences,
  totalsIn,
} from './parts.ts';

type Status = NonNullable<CatalogLine['status']>;

/** Element 875. */
const statuses: ReadonlyMap<string, Status['meaning']> = new Map([
  ['001', 'changed'],
  ['002', 'deleted'],
  ['021', 'added'],
]);

/**
 * Read an 832 as the supplier's catalog.
 * 1. BCT: kind (BCT01), number, version, revision (BCT02 to 04), purpose (BCT10). DTM 102 or 097: when it was issued;
 *    007 or 196 and 036 or 197: its validity. CUR, LDT: of every line that states none of its own.
 * 2. LIN: the item. G5301: added, changed, deleted. PID F: description. PO4: its packs. LDT: lead times.
 * 3. CTP, any number a line: prices with kind, quantity from which on, basis, and the validity and currency of the
 *    loop.
 */
export function read832(transaction: Transaction): Mapped<SupplierCatalog> {
  const { root } = transaction;
  if (root === undefined) return withoutLoops(transaction);
  const reading = new Reading(transaction);
  const bct = segmentIn(root, 'BCT');
  const lines = loopsIn(root, 'LIN').map((loop) => readLine(reading, loop));
  checkLineCount(reading, totalsIn(root), lines.length);
  const document = stated({
    standard: 'x12' as const,
    number: reading.optional(bct, 2),
    version: reading.optional(bct, 3),
    revision: reading.optional(bct, 4),
    kindCode: reading.optional(bct, 1),
    purpose: readPurpose(reading, bct, 10),
    issuedOn: readIssue(reading, root),
    validity: readValidity(reading, root),
    currency: readCurrency(reading, root),
    parties: readParties(reading, root),
    references: readReferences(reading, root),
    leadTimes: readLeadTimes(reading, root),
    notes: readNotes(reading, root),
    lines,
  });
  return reading.finish(document, supplierCatalogSchema);
}

function readIssue(reading: Reading, root: LoopInstance): string | undefined {
  const dtm = segmentsIn(root, 'DTM').find((segment) => ['102', '097'].includes(segment.text(1)));
  if (dtm) reading.note(dtm, 1);
  return reading.date(dtm, { element: 2 });
}

function readLine(reading: Reading, loop: LoopInstance): CatalogLine {
  const lin = segmentIn(loop, 'LIN');
  return stated({
    lineNumber: reading.optional(lin, 1),
    status: readStatus(reading, segmentIn(loop, 'G53')),
    item: readItem(reading, lin, 2),
    description: readDescription(reading, loop),
    packs: segmentsIn(loop, 'PO4').flatMap((po4) => readPack(reading, po4)),
    prices: loopsIn(loop, 'CTP').flatMap((inner) => {
      const ctp = segmentIn(inner, 'CTP');
      return ctp ? readCatalogPrice(reading, ctp, inner) : [];
    }),
    leadTimes: readLeadTimes(reading, loop),
    validity: readValidity(reading, loop),
    references: readReferences(reading, loop),
    notes: readNotes(reading, loop),
  });
}

function readStatus(reading: Reading, g53: Segment | undefined): Status | undefined {
  const code = reading.optional(g53, 1);
  return code === undefined ? undefined : { code, meaning: statuses.get(code) ?? 'other' };
}

/** PO401 inner packs of PO402 (in PO403) each, PO414 pieces in each of those, in a package of kind PO404. */
function readPack(reading: Reading, po4: Segment): CatalogPack[] {
  const pack = stated({
    count: reading.decimal(po4, { element: 1 }),
    size: readQuantity(reading, po4, 2),
    inner: reading.decimal(po4, { element: 14 }),
    packaging: reading.optional(po4, 4),
  });
  return Object.keys(pack).length === 0 ? [] : [pack];
}

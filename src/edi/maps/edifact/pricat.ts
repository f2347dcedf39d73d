import type { CatalogLine, CatalogPack, SupplierCatalog } from '#core/canonical/supplier-catalog.ts';
import { supplierCatalogSchema } from '#core/canonical/supplier-catalog.ts';
import type { Reference } from '#core/canonical/trade.ts';
import type { Transaction } from '../../codec/interchange.ts';
import type { LoopInstance } from '../../codec/loop-instance.ts';
import { segmentIn, segmentsIn } from '../../codec/loop-instance.ts';
import type { Segment } from '../../codec/segment.ts';
import type { Mapped } from '../mapped.ts';
import { loopsBeginning, Reading, withoutLoops } from '../reading.ts';
import { stated } from '../values.ts';
import type { PriceDefaults } from './offers.ts';
import { readCatalogPrices, readLeadTimes, readValidity } from './offers.ts';
import {
  readCurrency,
  readDateOf,
  readDescription,
  readItem,
  readNotes,
  readParties,
  readPurpose,
  readQuantity,
  readQuantityOf,
  readReferences,
} from './parts.ts';

type Status = NonNullable<CatalogLine['status']>;

/** Element 1229. */
const statuses: ReadonlyMap<string, Status['meaning']> = new Map([
  ['1', 'added'],
  ['2', 'deleted'],
  ['3', 'changed'],
  ['4', 'unchanged'],
]);

/** What a product group says for its lines. */
interface GroupOfLines extends PriceDefaults {
  readonly group?: CatalogLine['group'];
  readonly validity: CatalogLine['validity'];
}

/**
 * Read a PRICAT as the supplier's catalog.
 * 1. BGM: kind (1001), number, purpose (1225). DTM 137: its day; 157, 194, 7 and 36, 206: its validity. CUX `2`.
 * 2. PGI: the product group of the lines in it, with its validity and currency where they state none of their own.
 *    Prices and conditions of a whole group are not read.
 * 3. LIN: added, deleted, changed (1229), the item, the line it is a component of (C829). QTY 53 and 54: minimum and
 *    maximum order; 52 and 59 and PAC: packs. PRI: prices with their breaks. DTM 169: lead time.
 */
export function readPricat(transaction: Transaction): Mapped<SupplierCatalog> {
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
    validity: readValidity(reading, root),
    currency: readCurrency(reading, root),
    parties: readParties(reading, root),
    references: readReferences(reading, root),
    leadTimes: readLeadTimes(reading, root),
    notes: readNotes(reading, root),
    lines: loopsBeginning(root, 'PGI').flatMap((loop) => readGroup(reading, loop)),
  });
  return reading.finish(document, supplierCatalogSchema);
}

function readGroup(reading: Reading, loop: LoopInstance): CatalogLine[] {
  const pgi = segmentIn(loop, 'PGI');
  const code = reading.optional(pgi, 1);
  const ofGroup: GroupOfLines = stated({
    group:
      code === undefined
        ? undefined
        : stated({ code, number: reading.optional(pgi, 2), name: reading.optional(pgi, 2, 4) }),
    currency: readCurrency(reading, loop),
    validity: readValidity(reading, loop),
  });
  return loopsBeginning(loop, 'LIN').map((line) => readLine(reading, line, ofGroup));
}

function readLine(reading: Reading, loop: LoopInstance, ofGroup: GroupOfLines): CatalogLine {
  const lin = segmentIn(loop, 'LIN');
  const own = readValidity(reading, loop);
  return stated({
    lineNumber: reading.optional(lin, 1),
    partOf: readPartOf(reading, lin),
    status: readStatus(reading, lin),
    group: ofGroup.group,
    item: readItem(reading, loop),
    description: readDescription(reading, loop),
    packs: readPacks(reading, loop),
    minimumOrder: readQuantity(reading, loop, '53'),
    maximumOrder: readQuantity(reading, loop, '54'),
    prices: readCatalogPrices(reading, loop, { currency: readCurrency(reading, loop) ?? ofGroup.currency }),
    leadTimes: readLeadTimes(reading, loop),
    validity: { ...ofGroup.validity, ...own },
    references: segmentsIn(loop, 'RFF').flatMap((rff) => readReference(reading, rff)),
    notes: readNotes(reading, loop),
  });
}

/** C829: 5495 `1` says that the line is a part of line 1082. */
function readPartOf(reading: Reading, lin: Segment | undefined): string | undefined {
  if (lin?.text(4) !== '1') return undefined;
  reading.note(lin, 4);
  return reading.optional(lin, 4, 2);
}

function readStatus(reading: Reading, lin: Segment | undefined): Status | undefined {
  const code = reading.optional(lin, 2);
  return code === undefined ? undefined : { code, meaning: statuses.get(code) ?? 'other' };
}

function readReference(reading: Reading, rff: Segment): Reference[] {
  const code = reading.text(rff, 1);
  const value = reading.text(rff, 1, 2);
  return code === '' || value === '' ? [] : [{ code, value }];
}

/** QTY 52 or 59: how much is in a pack; PAC C202: what kind of pack. The only one of each are the same pack. */
function readPacks(reading: Reading, loop: LoopInstance): CatalogPack[] {
  const counted = countsIn(reading, loop);
  const kinds = loopsBeginning(loop, 'PAC').map((group) => {
    const packaging = reading.optional(segmentIn(group, 'PAC'), 3);
    const [inside, ...others] = countsIn(reading, group);
    return { pack: stated({ ...inside, packaging }), others };
  });
  const [kind, ...moreKinds] = kinds;
  const [count, ...moreCounts] = counted;
  if (kind && count && moreKinds.length === 0 && moreCounts.length === 0 && kind.pack.count === undefined)
    return [{ ...count, ...kind.pack }];
  return [...counted, ...kinds.flatMap(({ pack, others }) => [pack, ...others])].filter(isSomething);
}

const isSomething = (pack: CatalogPack): boolean => Object.keys(pack).length > 0;

const countsIn = (reading: Reading, loop: LoopInstance): CatalogPack[] =>
  segmentsIn(loop, 'QTY').flatMap((qty) => {
    if (qty.text(1) !== '52' && qty.text(1) !== '59') return [];
    const said = readQuantityOf(reading, qty);
    if (said === undefined) return [];
    const { value: count, unit } = said;
    return [unit === undefined ? { count } : { count, size: { value: '1', unit } }];
  });

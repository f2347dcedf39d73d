import type { ShipNotice, ShippedItem, ShippedLot, ShippedPack } from '#core/canonical/ship-notice.ts';
import { shipNoticeSchema } from '#core/canonical/ship-notice.ts';
import type { OrderReference } from '#core/canonical/trade.ts';
import type { Transaction } from '../../codec/interchange.ts';
import type { LoopInstance } from '../../codec/loop-instance.ts';
import { segmentIn, segmentsIn } from '../../codec/loop-instance.ts';
import type { Segment } from '../../codec/segment.ts';
import type { Mapped } from '../mapped.ts';
import { loopsBeginning, Reading, withoutLoops } from '../reading.ts';
import { stated } from '../values.ts';
import {
  checkLineCount,
  readDateOf,
  readDates,
  readDescription,
  readItem,
  readLineOrder,
  readOrders,
  readParties,
  readPurpose,
  readQuantity,
  readReferences,
} from './parts.ts';

interface Contents {
  readonly packs: ShippedPack[];
  readonly items: ShippedItem[];
}

interface Collected {
  readonly reading: Reading;
  readonly orders: readonly OrderReference[];
  readonly ssccs: Set<string>;
}

/**
 * Read a DESADV as a ship notice.
 * 1. BGM: number (1004) and whether it is new, replaces or cancels (1225); RFF `ON` are the orders.
 * 2. CPS groups become a tree by 7164 and 7166. One without packages (PAC) at the top is the consignment itself.
 * 3. PAC, PCI and GIN `BJ`: packaging, count and SSCCs of a pack.
 * 4. LIN: QTY `12` is shipped, `21` was ordered; lot by PIA `NB` or GIN `BX`, expiry by DTM `36`, best before `361`.
 */
export function readDesadv(transaction: Transaction): Mapped<ShipNotice> {
  const { root } = transaction;
  if (root === undefined) return withoutLoops(transaction);
  const reading = new Reading(transaction);
  const bgm = segmentIn(root, 'BGM');
  if (bgm) reading.note(bgm, 1);
  const orders = readOrders(reading, root);
  const contents: Contents = { packs: [], items: [] };
  const collected: Collected = { reading, orders, ssccs: new Set() };
  const lineCount = takeSequences(collected, loopsBeginning(root, 'CPS'), contents);
  checkLineCount(reading, root, lineCount);
  const document = stated({
    standard: 'edifact' as const,
    number: reading.required(bgm, 2, 'the number of the ship notice'),
    purpose: readPurpose(reading, bgm) ?? { code: '9', meaning: 'original' as const },
    issuedOn: readDateOf(reading, root, '137'),
    dates: readDates(reading, root),
    parties: readParties(reading, root),
    references: readReferences(reading, root, ['ON']),
    orders: everyOrder(orders, contents),
    ...contents,
  });
  return reading.finish(document, shipNoticeSchema);
}

/** Put every CPS where its parent is; answers how many lines are in all of them. */
function takeSequences(collected: Collected, groups: readonly LoopInstance[], top: Contents): number {
  const { reading } = collected;
  const byId = new Map<string, Contents>([['', top]]);
  let lines = 0;
  for (const group of groups) {
    const cps = segmentIn(group, 'CPS');
    const [id, parent] = [reading.text(cps, 1), reading.text(cps, 2)];
    if (byId.has(id)) reading.fault(cps, { element: 1 }, 'is the number of another packing sequence already');
    const above = byId.get(parent);
    if (above === undefined)
      reading.fault(cps, { element: 2 }, 'is the number of no sequence before this one');
    const contents = readPack(collected, group, id, parent, above ?? top);
    byId.set(id, contents);
    for (const line of loopsBeginning(group, 'LIN')) contents.items.push(readShipped(collected, line));
    lines += loopsBeginning(group, 'LIN').length;
  }
  return lines;
}

function readPack(
  collected: Collected,
  group: LoopInstance,
  level: string,
  parent: string,
  above: Contents,
): Contents {
  const { reading } = collected;
  const [first] = loopsBeginning(group, 'PAC');
  if (first === undefined && parent === '') return above;
  const pac = first && segmentIn(first, 'PAC');
  const pack = stated({
    level,
    ssccs: first ? readSsccs(collected, first) : [],
    packaging: reading.optional(pac, 3),
    count: reading.whole(pac, { element: 1 }),
    packs: [],
    items: [],
  });
  above.packs.push(pack);
  return pack;
}

/** GIN `BJ`: up to five numbers; the end of a range (second 7402) stays unread. */
function readSsccs({ reading, ssccs }: Collected, pac: LoopInstance): string[] {
  const all = loopsBeginning(pac, 'PCI').flatMap((pci) => {
    const mark = segmentIn(pci, 'PCI');
    if (mark) reading.note(mark, 1);
    return loopsBeginning(pci, 'GIN').flatMap((gin) => segmentsIn(gin, 'GIN'));
  });
  return all.flatMap((gin) => readSsccsOf(reading, gin, ssccs));
}

function readSsccsOf(reading: Reading, gin: Segment, ssccs: Set<string>): string[] {
  if (gin.text(1) !== 'BJ') return [];
  reading.note(gin, 1);
  const found: string[] = [];
  for (let element = 2; element <= gin.elements.length; element++) {
    const sscc = reading.text(gin, element);
    if (sscc === '') continue;
    if (!/^\d{18}$/.test(sscc)) reading.fault(gin, { element }, 'is no SSCC of 18 digits');
    else if (ssccs.has(sscc)) reading.fault(gin, { element }, 'is an SSCC that another pack has already');
    ssccs.add(sscc);
    found.push(sscc);
  }
  return found;
}

function readShipped({ reading, orders }: Collected, loop: LoopInstance): ShippedItem {
  const lin = segmentIn(loop, 'LIN');
  const shipped = readQuantity(reading, loop, '12');
  if (shipped === undefined) reading.fault(lin, {}, 'a line without the quantity shipped (QTY 12)');
  return stated({
    lineNumber: reading.optional(lin, 1),
    order: readLineOrder(reading, loop, orders),
    item: readItem(reading, loop, ['NB']),
    description: readDescription(reading, loop),
    shipped: shipped ?? { value: '0' },
    ordered: readQuantity(reading, loop, '21'),
    lots: [
      readLineLot(reading, loop),
      ...loopsBeginning(loop, 'PCI').map((pci) => readPackLot(reading, pci)),
    ].filter((lot) => Object.keys(lot).length > 0),
  });
}

/** The lot of the whole line: PIA `NB` or GIN `BX`, and the line's own dates. */
function readLineLot(reading: Reading, loop: LoopInstance): ShippedLot {
  const number = readPiaBatch(reading, loop) ?? readBatch(reading, segmentsIn(loop, 'GIN'));
  return stated({ number, ...readLotDates(reading, loop) });
}

/** The lot of some of the line's packs: GIN `BX` inside PCI, with dates and quantity there. */
function readPackLot(reading: Reading, pci: LoopInstance): ShippedLot {
  const gins = loopsBeginning(pci, 'GIN').flatMap((gin) => segmentsIn(gin, 'GIN'));
  const number = readBatch(reading, gins);
  const dates = readLotDates(reading, pci);
  const hasLot = number !== undefined || Object.keys(dates).length > 0;
  const mark = segmentIn(pci, 'PCI');
  if (hasLot && mark) reading.note(mark, 1);
  return stated({ number, ...dates, quantity: hasLot ? readQuantity(reading, pci, '12', '11') : undefined });
}

function readPiaBatch(reading: Reading, loop: LoopInstance): string | undefined {
  for (const pia of segmentsIn(loop, 'PIA'))
    for (let element = 2; element <= pia.elements.length; element++)
      if (pia.text(element, 2) === 'NB') {
        reading.note(pia, 1);
        reading.note(pia, element, 2);
        return reading.optional(pia, element);
      }
  return undefined;
}

function readBatch(reading: Reading, gins: readonly Segment[]): string | undefined {
  const gin = gins.find((segment) => segment.text(1) === 'BX');
  if (gin) reading.note(gin, 1);
  return reading.optional(gin, 2);
}

const readLotDates = (reading: Reading, loop: LoopInstance) =>
  stated({ expiresOn: readDateOf(reading, loop, '36'), bestBefore: readDateOf(reading, loop, '361') });

/** The orders of the header, then those that only lines name, each once. */
function everyOrder(ofHeader: readonly OrderReference[], contents: Contents): OrderReference[] {
  const orders = [...ofHeader];
  const visit = ({ packs, items }: Contents): void => {
    for (const { order } of items)
      if (order && !orders.some(({ number }) => number === order.number))
        orders.push({ number: order.number });
    packs.forEach(visit);
  };
  visit(contents);
  return orders;
}

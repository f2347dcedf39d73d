/** Our order as a partner's own system reads it: from its segments by hand, so that no map of ours is believed. */
import type { Interchange, Transaction } from '../codec/interchange.ts';
import type { Element, Segment } from '../codec/segment.ts';
import { findEdifactSchema } from '../edifact/schema/find-schema.ts';
import { parseInterchanges, syntaxOf } from '../parse-interchanges.ts';
import { findX12Schema } from '../x12/schema/find-schema.ts';

/** A line with what the partner repeats of it in whatever it answers. */
export interface SimulatedLine {
  readonly number: string;
  readonly quantity: string;
  /** As the order writes it; empty where it writes none. */
  readonly unit: string;
  readonly price: string;
  /** The price's other elements: PO105, or the components of PRI after the amount. */
  readonly priceBasis: readonly string[];
  /** How many of the unit the price is for. */
  readonly perQuantity: string;
  /** PO106 on, or LIN C212 and the PIA segments: the item by everybody's numbers. */
  readonly item: readonly Element[];
  readonly moreItem: readonly Segment[];
}

export interface SimulatedOrder {
  readonly number: string;
  /** `CCYYMMDD` */
  readonly date: string;
  readonly currency: string;
  readonly lines: readonly SimulatedLine[];
}

/** An interchange of ours as the partner received it; throws when it is none. */
export function opened(bytes: Uint8Array): Interchange {
  const schemas = syntaxOf(bytes) === 'x12' ? findX12Schema : findEdifactSchema;
  const [interchange] = parseInterchanges(bytes, { schemas })?.interchanges ?? [];
  if (!interchange) throw new Error('what came is no interchange');
  return interchange;
}

/** The first transaction of an interchange; throws when there is none. */
export function firstTransaction({ groups }: Interchange): Transaction {
  const transaction = groups[0]?.transactions[0];
  if (!transaction) throw new Error('the interchange holds no transaction');
  return transaction;
}

/** An 850 or ORDERS. */
export const readOrder = (transaction: Transaction): SimulatedOrder =>
  transaction.type === 'ORDERS' ? readOrders(transaction) : read850(transaction);

const first = ({ segments }: Transaction, id: string): Segment | undefined =>
  segments.find((segment) => segment.id === id);

function read850(transaction: Transaction): SimulatedOrder {
  const beg = first(transaction, 'BEG');
  return {
    number: beg?.text(3) ?? '',
    date: beg?.text(5) ?? '',
    currency: first(transaction, 'CUR')?.text(2) ?? '',
    lines: transaction.segments
      .filter(({ id }) => id === 'PO1')
      .map((po1) => ({
        number: po1.text(1),
        quantity: po1.text(2),
        unit: po1.text(3),
        price: po1.text(4),
        priceBasis: [po1.text(5)],
        perQuantity: perQuantities[po1.text(5)] ?? '1',
        item: po1.elements.slice(5),
        moreItem: [],
      })),
  };
}

/** Element 639: price per hundred, per thousand. */
const perQuantities: Readonly<Partial<Record<string, string>>> = { HP: '100', TP: '1000' };

function readOrders(transaction: Transaction): SimulatedOrder {
  const dated = transaction.segments.find((segment) => segment.id === 'DTM' && segment.text(1) === '137');
  return {
    number: first(transaction, 'BGM')?.text(2) ?? '',
    date: dated?.text(1, 2).slice(0, 8) ?? '',
    currency: first(transaction, 'CUX')?.text(1, 2) ?? '',
    lines: linesOf(transaction.segments).map(lineOf),
  };
}

/** The segments of each LIN up to the next one or the summary. */
function linesOf(segments: readonly Segment[]): readonly (readonly Segment[])[] {
  const groups: Segment[][] = [];
  for (const segment of segments) {
    if (segment.id === 'UNS') break;
    if (segment.id === 'LIN') groups.push([segment]);
    else groups.at(-1)?.push(segment);
  }
  return groups;
}

function lineOf(group: readonly Segment[]): SimulatedLine {
  const [lin] = group;
  const quantity = group.find((segment) => segment.id === 'QTY' && segment.text(1) === '21');
  const price = group.find(({ id }) => id === 'PRI');
  return {
    number: lin?.text(1) ?? '',
    quantity: quantity?.text(1, 2) ?? '',
    unit: quantity?.text(1, 3) ?? '',
    price: price?.text(1, 2) ?? '',
    priceBasis: price?.components(1).slice(2) ?? [],
    perQuantity: price?.text(1, 5) || '1',
    item: lin?.elements.slice(2, 3) ?? [],
    moreItem: group.filter(({ id }) => id === 'PIA'),
  };
}

import type { PurchaseOrder, PurchaseOrderLine } from '#core/canonical/purchase-order.ts';
import type { Currency } from '#core/kernel/money.ts';
import type { FaultDraft } from '../codec/fault.ts';
import type { TransactionSchema } from '../codec/schema.ts';
import { Segment } from '../codec/segment.ts';
import { TransactionWalker } from '../codec/walk-transaction.ts';
import type { Finding, MappedOut } from './mapped.ts';
import type { OrderParty } from './order-context.ts';

/** `2026-12-03` as both standards write it. */
export const digitsOfDate = (date: string): string => date.replaceAll('-', '');

/** A text in pieces of a width, cut at spaces where there are some; the pieces with spaces between are the text. */
export function inPieces(text: string, width: number): string[] {
  const pieces: string[] = [];
  let rest = text.trim();
  while (rest.length > width) {
    const space = rest.lastIndexOf(' ', width);
    const at = space > 0 ? space : width;
    pieces.push(rest.slice(0, at).trimEnd());
    rest = rest.slice(at).trimStart();
  }
  return rest === '' ? pieces : [...pieces, rest];
}

/** What keeps an order from being written, whatever the syntax. */
export function faultsOfOrder({ number, total, lines }: PurchaseOrder): Finding[] {
  const faults: Finding[] = [];
  if (number === undefined) faults.push(aboutOrder('the order has no number of its system of record yet'));
  for (const line of lines) faults.push(...faultsOfPrice(line, total.currency));
  return faults;
}

/** What of a line its price is told with. */
export type PricedLine = Pick<PurchaseOrderLine, 'lineNumber' | 'price' | 'quantity'>;

/** A price in another currency than the order has, or per another unit than the line. */
export function faultsOfPrice(line: PricedLine, currency: Currency): Finding[] {
  const { price, quantity } = line;
  const faults: Finding[] = [];
  if (price.currency !== currency)
    faults.push(aboutLine(line, `is priced in ${price.currency}, the order in ${currency}`));
  if (price.per.unit !== quantity.unit)
    faults.push(aboutLine(line, `is priced per ${price.per.unit} and ordered in ${quantity.unit}`));
  return faults;
}

/** A line of a document to send, by our item. */
export interface ItemLine {
  readonly lineNumber: number;
  readonly itemId: string;
}

export const withoutNumber = (line: ItemLine): Finding =>
  aboutLine(line, `has no number of ${line.itemId} that the partner knows`);

export const locationWithoutNumber = (locationId: string): Finding =>
  aboutOrder(`location ${locationId} has no number that the partner knows`);

export const aboutOrder = (message: string): Finding => ({ position: 0, segment: '', message });

export const aboutLine = ({ lineNumber }: { readonly lineNumber: number }, message: string): Finding =>
  aboutOrder(`line ${lineNumber} ${message}`);

/** What a schedule cannot be without: one place that it is delivered to. */
export function withoutShipTo(parties: readonly OrderParty[]): Finding[] {
  const count = parties.filter(({ role }) => role === 'ship_to').length;
  return count === 1 ? [] : [aboutOrder(`a schedule is for one ship-to, ${count} are given`)];
}

/**
 * The body, when every segment and value has its place in the schema: what is too long for the partner is a fault
 * here and not a rejection there.
 */
export function checkedBody(
  body: readonly Segment[],
  envelope: { readonly header: Segment; readonly trailer: Segment },
  schema: TransactionSchema,
): MappedOut {
  const faults: Finding[] = [];
  const all = [envelope.header, ...body, envelope.trailer];
  const walker = new TransactionWalker(schema, (fault) => faults.push(findingOf(fault)));
  all.forEach((segment, i) => {
    walker.take(new Segment(segment.id, segment.elements, i + 1));
  });
  return faults.length > 0 ? { ok: false, faults } : { ok: true, body };
}

const findingOf = ({ position, segment, element, component, value, message }: FaultDraft): Finding => ({
  position,
  segment,
  ...(element !== undefined && { element }),
  ...(component !== undefined && { component }),
  ...(value !== undefined && { value }),
  message,
});

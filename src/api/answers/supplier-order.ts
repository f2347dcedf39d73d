import type * as z from 'zod';
import type { Item } from '#core/canonical/item.ts';
import { type LedgerLine, type OrderLedger, orderOfPartner } from '#core/canonical/order-ledger.ts';
import { decimalText, micros, ZERO } from '#core/kernel/decimal.ts';
import { problem } from '#core/kernel/problem.ts';
import type { Records, StoredRecord } from '#core/kernel/records.ts';
import { fail, ok, type Result } from '#core/kernel/result.ts';
import type { supplierOrderLine } from '../resources/supplier.ts';

/** An order by the number its partner knows it under: what is another's cannot be found. Problem: `not-found`. */
export async function ownOrder(
  records: Pick<Records, 'findByIdentifier'>,
  partnerId: string,
  orderNumber: string,
): Promise<Result<StoredRecord<'order-ledger'>>> {
  const found = await records.findByIdentifier('order-ledger', orderOfPartner(partnerId, orderNumber));
  return found ? ok(found) : fail(problem('not-found', `You have no order ${orderNumber}.`));
}

type Line = z.input<typeof supplierOrderLine>;

/** The lines of an order as its supplier sees them, with what it knows the items by. */
export async function supplierLines(
  records: Pick<Records, 'getMany'>,
  { lines }: OrderLedger,
): Promise<Line[]> {
  const items = await records.getMany('item', [...new Set(lines.map(({ itemId }) => itemId))]);
  const byId = new Map(items.map(({ id, body }) => [id, body]));
  return lines.map((line) => supplierLine(line, byId.get(line.itemId)));
}

function supplierLine(line: LedgerLine, item: Item | undefined): Line {
  const { answer, shipped, received, invoiced, ...rest } = line;
  return {
    ...rest,
    ...(item === undefined ? {} : { description: item.description }),
    gtins: item === undefined ? [] : gtinsOf(item),
    ...(answer === undefined ? {} : { answer }),
    shipped: sumOf(shipped.map(({ quantity }) => quantity)),
    received: sumOf(received.map(({ good }) => good)),
    damaged: sumOf(received.map(({ damaged }) => damaged)),
    invoiced: sumOf(invoiced.map(({ quantity }) => quantity)),
  };
}

const gtinsOf = ({ identifiers, packs }: Item): string[] => [
  ...new Set([
    ...identifiers.filter(({ scheme }) => scheme === 'gtin').map(({ value }) => value),
    ...packs.flatMap(({ gtin }) => (gtin === undefined ? [] : [gtin])),
  ]),
];

const sumOf = (amounts: readonly string[]): string =>
  decimalText(amounts.reduce((sum, amount) => sum + micros(amount), ZERO));

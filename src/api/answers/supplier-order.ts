import type * as z from 'zod';
import type { Item } from '#core/canonical/item.ts';
import { orderOfPartner } from '#core/canonical/order-ledger.ts';
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

/** What of a line its supplier is told, before the names of its item. */
export interface LineView extends Omit<Line, 'description' | 'gtins' | 'answer'> {
  readonly answer?: Line['answer'];
}

/** The lines of an order as its supplier sees them, with what it knows the items by. */
export async function supplierLines(
  records: Pick<Records, 'getMany'>,
  lines: readonly LineView[],
): Promise<Line[]> {
  const items = await records.getMany('item', [...new Set(lines.map(({ itemId }) => itemId))]);
  const byId = new Map(items.map(({ id, body }) => [id, body]));
  return lines.map((line) => named(line, byId.get(line.itemId)));
}

const named = ({ answer, ...line }: LineView, item: Item | undefined): Line => ({
  ...line,
  ...(item === undefined ? {} : { description: item.description }),
  gtins: item === undefined ? [] : gtinsOf(item),
  ...(answer === undefined ? {} : { answer }),
});

const gtinsOf = ({ identifiers, packs }: Item): string[] => [
  ...new Set([
    ...identifiers.filter(({ scheme }) => scheme === 'gtin').map(({ value }) => value),
    ...packs.flatMap(({ gtin }) => (gtin === undefined ? [] : [gtin])),
  ]),
];

import type { PurchaseOrderSource, SystemPurchaseOrder } from '#business/purchasing/ports.ts';
import type { SystemOfRecordSettings } from '#core/canonical/settings.ts';
import type { Instant } from '#core/kernel/dates.ts';
import { ok, type Result } from '#core/kernel/result.ts';
import type { SystemParts } from '../system-factory.ts';
import { type TrytonClient, trytonClient } from './client.ts';
import { connectionOf } from './connection.ts';
import {
  type OrderLineRow,
  type OrderRow,
  orderLines,
  orders,
  originOf,
  type ReceiptRow,
  receipts,
  toPurchaseOrder,
} from './purchase-orders.ts';
import { allRows, rowPages } from './read-rows.ts';
import { wireDateTime } from './wire.ts';

/** Purchase orders of one Tryton by its settings and secret. */
export const trytonPurchaseOrderSource = (
  settings: SystemOfRecordSettings,
  { credential, clock }: Pick<SystemParts, 'credential' | 'clock'>,
): PurchaseOrderSource =>
  purchaseOrdersOf(settings.id, trytonClient(connectionOf(settings, credential, clock)));

/** On a client: where tests put what they made. */
export const purchaseOrdersOf = (system: string, client: TrytonClient): PurchaseOrderSource => ({
  id: system,
  pull: (changedSince) => pull(client, changedSince),
});

/**
 * Orders from which goods are expected, and those written since. A receipt writes its order only when the state of
 * the whole shipment changes: until then the order is open and given anyway.
 */
const wanted = (since: Instant): readonly unknown[] => {
  const from = wireDateTime(since);
  return [
    ['state', 'not in', ['draft', 'quotation']],
    [
      'OR',
      [
        ['state', 'in', ['confirmed', 'processing']],
        ['shipment_state', '!=', 'received'],
      ],
      ['write_date', '>=', from],
      ['create_date', '>=', from],
    ],
  ];
};

async function* pull(
  client: TrytonClient,
  changedSince: Instant,
): AsyncGenerator<Result<readonly SystemPurchaseOrder[]>, void> {
  for await (const page of rowPages(client, orders(wanted(changedSince)))) {
    if (!page.ok) return void (yield page);
    yield await withLines(client, page.value);
  }
}

async function withLines(
  client: TrytonClient,
  page: readonly OrderRow[],
): Promise<Result<readonly SystemPurchaseOrder[]>> {
  const lines = await allRows(client, orderLines(page.map(({ id }) => id)));
  if (!lines.ok) return lines;
  const moves = await allRows(client, receipts(lines.value.map(({ id }) => id)));
  if (!moves.ok) return moves;
  const linesOf = Map.groupBy(lines.value, ({ purchase }) => purchase);
  const movesOf = Map.groupBy(moves.value, ({ origin }) => origin);
  const made = page.map((order) => toPurchaseOrder(order, partsOf(linesOf.get(order.id) ?? [], movesOf)));
  return ok(made.filter((order) => order !== undefined));
}

function partsOf(lines: readonly OrderLineRow[], movesOf: ReadonlyMap<string, readonly ReceiptRow[]>) {
  return { lines, receipts: new Map(lines.map(({ id }) => [id, movesOf.get(originOf(id)) ?? []])) };
}

import type { ShipNotice } from '#core/canonical/ship-notice.ts';
import type { StoredRecord } from '#core/kernel/records.ts';
import { itemCodesOf } from './item-codes.ts';
import { contextOfItems, ledgerOfOrder } from './judge-context.ts';
import type { MatchingPorts } from './matching-ports.ts';
import type { Decided, StoredDocument } from './received-document.ts';
import { firstUnknown, parkedDocument, rejectedDocument } from './refused-document.ts';
import type { ShippedPiece } from './rules/flatten-notice.ts';
import { type JudgedShipment, judgeShipment } from './rules/judge-shipment.ts';
import { isConflict } from './rules/order-units.ts';

/** What a notice ships of one order. */
export interface NoticedOrder {
  readonly ledger: StoredRecord<'order-ledger'>;
  readonly judged: JudgedShipment;
}

/**
 * What a notice ships of each order that it names, in the order of their ids; or what becomes of a notice that names
 * an unknown order, a code that leads nowhere, or a unit in which an item cannot be counted.
 */
export async function noticedOrders(
  ports: MatchingPorts,
  document: StoredDocument,
  notice: ShipNotice,
  pieces: readonly ShippedPiece[],
): Promise<readonly NoticedOrder[] | Decided> {
  const { partnerId } = document.body;
  const codes = await itemCodesOf(
    ports.records,
    partnerId,
    pieces.flatMap(({ item }) => item),
  );
  const orders: NoticedOrder[] = [];
  for (const [number, those] of Map.groupBy(pieces, ({ orderNumber }) => orderNumber)) {
    const ledger = await ledgerOfOrder(ports.records, partnerId, number ?? '');
    if (!ledger) {
      const message = number === undefined ? 'an item names no order' : `the partner has no order ${number}`;
      return rejectedDocument(ports, document, { code: 'order-unknown', at: 'order number', message });
    }
    const context = { itemOf: codes.itemOf, ...(await contextOfItems(ports.records, ledger.body)) };
    const judged = judgeShipment(ledger.body, those, notice, context);
    if (isConflict(judged)) {
      const message = `${judged.itemId} cannot be counted in ${judged.conflict}`;
      return rejectedDocument(ports, document, {
        code: 'code-unknown',
        at: 'unit',
        message,
        kind: 'pack-conflict',
      });
    }
    const unknown = firstUnknown(
      codes,
      judged.strangers.map(({ item }) => item),
    );
    if (unknown !== undefined) return parkedDocument(ports, document, unknown);
    orders.push({ ledger, judged });
  }
  return orders.sort((a, b) => (a.ledger.id < b.ledger.id ? -1 : 1));
}

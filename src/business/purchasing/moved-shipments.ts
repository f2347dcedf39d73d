import type { OrderLedger } from '#core/canonical/order-ledger.ts';
import { canonicalJson } from '#core/kernel/json.ts';
import type { AnyChange, StoredRecord } from '#core/kernel/records.ts';
import { receivedShipment } from './rules/expected-shipment.ts';

export type StoredShipment = StoredRecord<'expected-shipment'>;

/** Whether the goods of a shipment are still expected, or came: nobody took its place or cancelled it. */
export const isLive = ({ body: { state } }: StoredShipment): boolean =>
  state !== 'replaced' && state !== 'cancelled';

/** What the ledger of an order, as it is to be, changes about shipments; `always` writes the unchanged ones too. */
export const movedShipments = (
  shipments: readonly StoredShipment[],
  ledger: OrderLedger,
  which: 'changed' | 'always' = 'changed',
): readonly AnyChange[] =>
  shipments.flatMap(({ id, version, body }): readonly AnyChange[] => {
    const after = receivedShipment(body, ledger);
    const same = which === 'changed' && canonicalJson(after) === canonicalJson(body);
    return same ? [] : [{ type: 'expected-shipment', id, expect: version, body: after }];
  });

/** The documents by which goods of an order were announced. */
export const announcedBy = ({ lines }: OrderLedger): readonly string[] => [
  ...new Set(lines.flatMap(({ shipped }) => shipped.map(({ documentId }) => documentId))),
];

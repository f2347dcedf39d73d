import type { OrderLedger } from '#core/canonical/order-ledger.ts';
import { canonicalJson } from '#core/kernel/json.ts';
import type { AnyChange, StoredRecord } from '#core/kernel/records.ts';

/** The change of a ledger that a document moved on, with the event that says so; nothing when it says nothing new. */
export function progressedLedger(
  { id, body }: StoredRecord<'order-ledger'>,
  ledger: OrderLedger,
  moved: { readonly what: 'shipped' | 'received'; readonly documentId: string; readonly version: number },
): readonly AnyChange[] {
  if (canonicalJson(body) === canonicalJson(ledger)) return [];
  const { what, documentId, version } = moved;
  const data = { purchaseOrderId: id, what, documentId };
  const events = [{ name: 'order-progressed' as const, data }];
  return [{ type: 'order-ledger', id, expect: version, body: ledger, events }];
}

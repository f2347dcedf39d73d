import type { Provenance } from '#core/canonical/provenance.ts';
import type { GoodsReceipt } from '#core/canonical/supplier-flow.ts';
import type { CorrelationId } from '#core/kernel/correlation.ts';
import { addDays, dateOfInstant } from '#core/kernel/dates.ts';
import { canonicalJson } from '#core/kernel/json.ts';
import type { AnyChange, StoredRecord } from '#core/kernel/records.ts';
import { ok, type Result } from '#core/kernel/result.ts';
import { commitChanges, committedOf, type PlannedChange } from '../master-data/commit-changes.ts';
import { knownMasters } from '../master-data/known-masters.ts';
import { type Rejection, type SyncCounts, syncTally } from '../master-data/model.ts';
import { isOlder } from '../master-data/rules/older-version.ts';
import { goodsReceiptFor, goodsReceiptId, type ReceiptContext } from './goods-receipt-for.ts';
import { ordersByNativeId } from './orders-by-native-id.ts';
import type { GoodsReceiptSyncPorts, SystemGoodsReceipt } from './receipt-ports.ts';

export interface GoodsReceiptSyncCounts extends SyncCounts {
  /** Among the unchanged: for an order that we are still to hear of. */
  readonly waiting: number;
}

/** How far back receipts are looked at: longer than any outage that we catch up with by ourselves. */
const LOOK_BACK_MS = 35 * 86_400_000;

/**
 * Learn what goods arrived.
 * 1. Pull the receipts that were written lately.
 * 2. Leave one for a while whose order we do not know yet: the orders are pulled as well.
 * 3. Commit what is new or has changed, with the event that says so; the ids derive from the system's own.
 * Problems: those of the source, and `temporarily-unavailable`; what was committed by then stays.
 */
export async function syncGoodsReceipts(
  ports: GoodsReceiptSyncPorts,
  { correlationId }: { readonly correlationId: CorrelationId },
): Promise<Result<GoodsReceiptSyncCounts>> {
  const masters = knownMasters(ports.records);
  const tally = syncTally();
  let waiting = 0;
  const since = new Date(Date.parse(ports.clock.now()) - LOOK_BACK_MS).toISOString();
  for await (const page of ports.source.pull(since)) {
    if (!page.ok) return page;
    const orders = await ordersByNativeId(ports.records, ports.source.id, page.value.flatMap(ordersOf));
    const ready = page.value.filter((receipt) => !isEarly(ports, receipt, orders));
    await masters.load(ready.flatMap(referencesOf));
    const done = await syncPage(ports, ready, { masters, orders, correlationId });
    if (!done.ok) return done;
    tally.add({ read: page.value.length, ...done.value });
    waiting += page.value.length - ready.length;
  }
  return ok({ ...tally.counts(), waiting });
}

const ordersOf = ({ lines }: SystemGoodsReceipt): readonly string[] =>
  lines.flatMap(({ orderNativeId }) => orderNativeId ?? []);

/** An order of today is heard of today; one of the day before never will be. */
const isEarly = (
  { clock }: GoodsReceiptSyncPorts,
  receipt: SystemGoodsReceipt,
  orders: ReceiptContext['orders'],
): boolean =>
  receipt.receivedOn >= addDays(dateOfInstant(clock.now()), -1) &&
  ordersOf(receipt).some((nativeId) => !orders.has(nativeId));

const referencesOf = ({ supplierId, locationId, lines }: SystemGoodsReceipt) => [
  {
    ...(supplierId === undefined ? {} : { supplierId }),
    ...(locationId === undefined ? {} : { locationId }),
  },
  ...lines.flatMap(({ itemId }) => (itemId === undefined ? [] : [{ itemId }])),
];

async function syncPage(
  { source, records, clock }: GoodsReceiptSyncPorts,
  receipts: readonly SystemGoodsReceipt[],
  context: Omit<ReceiptContext, 'provenance'> & { readonly correlationId: CorrelationId },
): Promise<Result<Pick<SyncCounts, 'changed' | 'rejected' | 'oldestChange'>>> {
  const ids = receipts.map(({ nativeId }) => goodsReceiptId(source.id, nativeId));
  const known = new Map((await records.getMany('goods-receipt', ids)).map((record) => [record.id, record]));
  const rejected: Rejection[] = [];
  const planned: PlannedChange[] = [];
  for (const receipt of receipts) {
    const { nativeId, number, sourceVersion } = receipt;
    const id = goodsReceiptId(source.id, nativeId);
    const stored = known.get(id);
    if (receipt.state === 'cancelled' && !stored) continue;
    const version = sourceVersion === undefined ? {} : { sourceVersion };
    const provenance: Provenance = { system: source.id, receivedAt: clock.now(), ...version };
    const { body, reasons } = goodsReceiptFor(receipt, { ...context, provenance });
    if (!body) rejected.push({ id: number, reasons });
    const change = body && changeTo(body, stored);
    if (!body || !change) continue;
    planned.push({
      ...{ id: number, change, identifiers: stored ? 0 : 1 },
      ...(stored && { correlationId: stored.correlationId }),
      again: async () => changeTo(body, await records.get('goods-receipt', id)),
    });
  }
  const refused = await commitChanges(records, planned, context.correlationId);
  if (!refused.ok) return refused;
  return ok({ ...committedOf(planned, refused.value), rejected: [...rejected, ...refused.value] });
}

function changeTo(
  body: GoodsReceipt,
  stored: StoredRecord<'goods-receipt'> | undefined,
): AnyChange | undefined {
  if (stored && isOlder(body.provenance, stored.body.provenance)) return undefined;
  if (stored && contentOf(body) === contentOf(stored.body)) return undefined;
  const purchaseOrderIds = [...new Set(body.lines.flatMap(({ purchaseOrderId }) => purchaseOrderId ?? []))];
  return {
    ...{ type: 'goods-receipt', id: body.id, expect: stored?.version ?? 'absent', body },
    events: [{ name: 'goods-received', data: { goodsReceiptId: body.id, purchaseOrderIds } }],
  };
}

/** A receipt that was only touched in the system is what it was. */
const contentOf = ({ provenance: _arrival, ...content }: GoodsReceipt): string => canonicalJson(content);

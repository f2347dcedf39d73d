import type { Provenance } from '#core/canonical/provenance.ts';
import type { PurchaseOrder } from '#core/canonical/purchase-order.ts';
import type { CorrelationId } from '#core/kernel/correlation.ts';
import { canonicalJson } from '#core/kernel/json.ts';
import type { AnyChange, StoredRecord } from '#core/kernel/records.ts';
import { ok, type Result } from '#core/kernel/result.ts';
import type { EventDraft } from '#events/catalogue.ts';
import { commitChanges, committedOf, type PlannedChange } from '../master-data/commit-changes.ts';
import { type KnownMasters, knownMasters } from '../master-data/known-masters.ts';
import { type Rejection, type SyncCounts, syncTally } from '../master-data/model.ts';
import { isOlder } from '../master-data/rules/older-version.ts';
import { changesInWords } from './changes-in-words.ts';
import { mirroredOrder } from './mirrored-order.ts';
import { foreignOrderId } from './orders-by-native-id.ts';
import type { PurchaseOrderSyncPorts, SystemPurchaseOrder } from './ports.ts';
import { type Recognised, recogniseOrders } from './recognise-orders.ts';

export interface PurchaseOrderSyncCounts extends SyncCounts {
  /** Among the unchanged: posted by us, and left alone until posting has recorded them. */
  readonly waiting: number;
}

interface SyncContext extends PurchaseOrderSyncPorts {
  readonly masters: KnownMasters;
  readonly correlationId: CorrelationId;
}

/** How far back orders that are over are looked at: longer than any outage that we catch up with by ourselves. */
const LOOK_BACK_MS = 35 * 86_400_000;

/**
 * Bring what became of purchase orders in a system back to planning.
 * 1. Pull the orders that are open, and those that changed lately.
 * 2. Find our record of each: of ours the one posting recorded, of the system's own one with an id derived from it.
 * 3. Commit what changed, with the event that says in words what it is.
 * What posting has not recorded yet gets no record; drafts are no orders. Problems: those of the source, and
 * `temporarily-unavailable`; what was committed by then stays.
 */
export async function syncPurchaseOrders(
  ports: PurchaseOrderSyncPorts,
  { correlationId }: { readonly correlationId: CorrelationId },
): Promise<Result<PurchaseOrderSyncCounts>> {
  const context = { ...ports, masters: knownMasters(ports.records), correlationId };
  const tally = syncTally();
  let waiting = 0;
  const since = new Date(Date.parse(ports.clock.now()) - LOOK_BACK_MS).toISOString();
  for await (const page of ports.source.pull(since)) {
    if (!page.ok) return page;
    const recognised = await recogniseOrders(ports, page.value);
    const done = await syncPage(context, recognised.filter(isOrder));
    if (!done.ok) return done;
    tally.add({ read: page.value.length, ...done.value });
    waiting += recognised.filter(({ kind }) => kind === 'posting').length;
  }
  return ok({ ...tally.counts(), waiting });
}

/** What has, or is to have, a record: no draft, and nothing cancelled that was never known. */
const isOrder = ({ kind, order: { state } }: Recognised): boolean =>
  state !== 'draft' && (kind === 'known' || (kind === 'foreign' && state !== 'cancelled'));

async function syncPage(
  context: SyncContext,
  orders: readonly Recognised[],
): Promise<Result<Pick<SyncCounts, 'changed' | 'rejected' | 'oldestChange'>>> {
  await context.masters.load(orders.flatMap(({ order }) => referencesOf(order)));
  const rejected: Rejection[] = [];
  const planned: PlannedChange[] = [];
  for (const recognised of orders) {
    const plan = planOrder(context, recognised);
    if ('reasons' in plan) rejected.push(plan);
    else if (plan.change) planned.push({ ...plan, change: plan.change });
  }
  const refused = await commitChanges(context.records, planned, context.correlationId);
  if (!refused.ok) return refused;
  return ok({
    ...committedOf(planned, refused.value),
    rejected: [...rejected, ...refused.value],
  });
}

const referencesOf = ({ supplierId, locationId, lines }: SystemPurchaseOrder) => [
  {
    ...(supplierId === undefined ? {} : { supplierId }),
    ...(locationId === undefined ? {} : { locationId }),
  },
  ...lines.flatMap(({ itemId }) => (itemId === undefined ? [] : [{ itemId }])),
];

type Plan = (Omit<PlannedChange, 'change'> & { readonly change: AnyChange | undefined }) | Rejection;

function planOrder({ source, records, clock, masters }: SyncContext, recognised: Recognised): Plan {
  const { order } = recognised;
  const stored = recognised.kind === 'known' ? recognised.stored : undefined;
  const id = stored?.id ?? foreignOrderId(source.id, order.nativeId);
  const provenance: Provenance = {
    system: source.id,
    receivedAt: clock.now(),
    ...(order.sourceVersion === undefined ? {} : { sourceVersion: order.sourceVersion }),
  };
  const mirror = (known: StoredRecord<'purchase-order'> | undefined) =>
    mirroredOrder(order, { id, stored: known?.body, masters, provenance });
  const { body, reasons } = mirror(stored);
  if (!body) return { id: order.number ?? order.nativeId, reasons };
  return {
    id: order.number ?? order.nativeId,
    change: changeTo(body, stored),
    identifiers: stored ? 0 : 1,
    ...(stored && { correlationId: stored.correlationId }),
    again: async () => {
      const known = await records.get('purchase-order', id);
      const mirrored = mirror(known).body;
      return mirrored && changeTo(mirrored, known);
    },
  };
}

function changeTo(
  body: PurchaseOrder,
  stored: StoredRecord<'purchase-order'> | undefined,
): AnyChange | undefined {
  const { id } = body;
  if (!stored) {
    const event = changed(body, [`The order is new: ${body.system} has it.`]);
    return { type: 'purchase-order', id, expect: 'absent', body, events: [event] };
  }
  if (isOlder(body.provenance, stored.body.provenance)) return undefined;
  if (withoutArrival(body) === withoutArrival(stored.body)) return undefined;
  const changes = changesInWords(stored.body, body);
  const events = changes.length > 0 ? [changed(body, changes)] : [];
  return { type: 'purchase-order', id, expect: stored.version, body, events };
}

const changed = ({ id, state }: PurchaseOrder, changes: readonly string[]): EventDraft => ({
  name: 'purchase-order-changed',
  data: { purchaseOrderId: id, state, changes: [...changes] },
});

const withoutArrival = (order: PurchaseOrder): string =>
  canonicalJson({ ...order, provenance: { ...order.provenance, receivedAt: undefined } });

import type { TracedType } from '#core/canonical/lineage.ts';
import type { RecordType } from '#core/canonical/record-schemas.ts';
import { problem } from '#core/kernel/problem.ts';
import type { StoredRecord } from '#core/kernel/records.ts';
import { fail, ok, type Result } from '#core/kernel/result.ts';
import { type Graph, newGraph } from './graph.ts';
import type { Lineage } from './model.ts';
import * as node from './nodes.ts';
import { traceOrder } from './order-part.ts';
import { traceGroup, tracePlan } from './planning-part.ts';
import type { LineagePorts } from './ports.ts';
import { type Start, startAt } from './start.ts';

/** Of so many orders the whole chain is followed; of more of them the order alone is shown. */
const WHOLE_CHAINS = 5;
const MOST_ORDERS = 100;
const MOST_GROUPS = 60;

/**
 * Follow a record both ways: what led to it, and what came of it.
 * 1. Find the orders it has to do with: those it names, or those that came of its plan.
 * 2. Of each, show the plan, the approval, and everything that came of it up to the posting of its invoices.
 * 3. Show what is due and not there.
 * At most 300 nodes; what is left out is said. Every read is by key or a bounded piece of one list. Problem:
 * `not-found`.
 */
export async function traceLineage(
  ports: LineagePorts,
  record: { readonly type: TracedType; readonly id: string },
): Promise<Result<Lineage>> {
  const own = { ...ports, records: readOnce(ports.records) };
  const start = await startAt(own, record);
  if (!start) return fail(problem('not-found', `There is no ${record.type} ${record.id}.`));
  const graph = newGraph();
  // First of all, so that it has a place whatever hangs on it.
  graph.add(start.node);
  const groups = await groupsOf(own, graph, start);
  const orders = await ordersOf(own, graph, start, groups);
  if (start.releaseId !== undefined) await tracePlan(own, graph, start.releaseId);
  await Promise.all(groups.map((group) => approved(own, graph, group, start)));
  for (const [index, order] of orders.entries()) {
    const placed = index < WHOLE_CHAINS ? await traceOrder(own, graph, order) : addAlone(graph, order);
    graph.link(await whatLedTo(own, graph, order, start), placed);
  }
  linkStart(graph, start, orders);
  return ok(graph.done(start.node.id));
}

/** An order of which nothing more is shown. */
function addAlone(graph: Graph, order: StoredRecord<'purchase-order'>): string | undefined {
  graph.cut();
  return graph.add(node.orderNode(order));
}

/** A file stands before its documents; what was not applied hangs on the order it names. */
function linkStart(
  graph: Graph,
  { node: { id }, carries = [] }: Start,
  orders: readonly StoredRecord<'purchase-order'>[],
): void {
  for (const document of carries) {
    const shown = ['partner-document', 'expected-shipment', 'invoice'].map(
      (type) => `${type}/${document.id}`,
    );
    for (const carried of shown) graph.link(id, carried);
    if (!shown.some((carried) => graph.isLinked(carried))) graph.add(node.partnerDocumentNode(document), id);
  }
  if (graph.isLinked(id)) return;
  for (const order of orders) graph.link(`purchase-order/${order.id}`, id);
}

/** Many records of a chain lead to the same few: each of those is read once. */
function readOnce(records: LineagePorts['records']): LineagePorts['records'] {
  const read = new Map<string, Promise<unknown>>();
  return {
    ...records,
    get: <T extends RecordType>(type: T, id: string) => {
      const key = `${type}/${id}`;
      const reading = read.get(key) ?? records.get(type, id);
      read.set(key, reading);
      // Kept under its type, so it is of that type.
      return reading as Promise<StoredRecord<T> | undefined>;
    },
  };
}

/** The groups of a plan, or the one that is asked about; with an order of its own or not. */
async function groupsOf(
  { records }: LineagePorts,
  graph: Graph,
  { groupId, runId }: Start,
): Promise<readonly StoredRecord<'approval-group'>[]> {
  const one = groupId === undefined ? undefined : await records.get('approval-group', groupId);
  if (one) return [one];
  if (runId === undefined) return [];
  const query = { list: 'approval-groups', scope: runId, limit: MOST_GROUPS } as const;
  const page = await records.list('approval-group', query);
  if (page.cursor !== undefined) graph.cut();
  return page.entries;
}

async function ordersOf(
  { records }: LineagePorts,
  graph: Graph,
  { orderIds }: Start,
  groups: readonly StoredRecord<'approval-group'>[],
): Promise<readonly StoredRecord<'purchase-order'>[]> {
  const ids = [...new Set([...orderIds, ...groups.flatMap(({ body }) => body.purchaseOrderId ?? [])])];
  if (ids.length > MOST_ORDERS) graph.cut();
  const wanted = ids.slice(0, MOST_ORDERS);
  const found = await records.getMany('purchase-order', wanted);
  return found.toSorted((a, b) => wanted.indexOf(a.id) - wanted.indexOf(b.id));
}

/** The plan and the approval of a group; the node of the group. */
async function approved(
  ports: LineagePorts,
  graph: Graph,
  group: StoredRecord<'approval-group'>,
  { proposalId }: Start,
): Promise<string | undefined> {
  const run = await tracePlan(ports, graph, group.body.releaseId);
  return traceGroup(ports, graph, group, run, proposalId);
}

/** An order that was decided in its own system has nothing that led to it. */
async function whatLedTo(
  ports: LineagePorts,
  graph: Graph,
  { body: { approvalGroupId, releaseId } }: StoredRecord<'purchase-order'>,
  start: Start,
): Promise<string | undefined> {
  const group =
    approvalGroupId === undefined ? undefined : await ports.records.get('approval-group', approvalGroupId);
  if (group) return approved(ports, graph, group, start);
  return releaseId === undefined ? undefined : tracePlan(ports, graph, releaseId);
}

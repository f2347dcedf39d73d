import type { OrderLedger } from '#core/canonical/order-ledger.ts';
import { isOpen, type PurchaseOrder } from '#core/canonical/purchase-order.ts';
import type { StoredRecord } from '#core/kernel/records.ts';
import { documentsInDialogue } from './dialogue.ts';
import type { Graph } from './graph.ts';
import * as node from './nodes.ts';
import type { LineagePorts } from './ports.ts';

type Ids = readonly (string | undefined)[];
/** Nodes by the id of their record. */
type Found = ReadonlyMap<string, string | undefined>;

/**
 * Everything that came of an order: in its system, with its supplier, in the warehouse, in accounts payable; and what
 * is due and not there. Answers the node of the order.
 */
export async function traceOrder(
  ports: LineagePorts,
  graph: Graph,
  order: StoredRecord<'purchase-order'>,
): Promise<string | undefined> {
  const ledger = (await ports.records.get('order-ledger', order.id))?.body;
  const own = graph.add(node.orderNode(order, ledger));
  const posted = await tracePostings(ports, graph, order, own);
  if (!ledger) return own;
  const dialogue = await documentsInDialogue(ports, ledger);
  await traceAmendments(ports, graph, dialogue.changesInSystem, own);
  const sent = dialogue.sent.map((document) => graph.add(node.partnerDocumentNode(document), ...posted));
  if (isToBeSent(order.body, ledger)) {
    const shown = { title: 'Order to the supplier', state: 'awaited', system: ledger.partnerId ?? 'nobody' };
    sent.push(graph.add(node.awaitedNode('order-sent', order, shown), ...posted));
  }
  const told = orElse(sent, posted);
  const answers = dialogue.answers.map((document) => graph.add(node.partnerDocumentNode(document), ...told));
  const due = awaitedAnswer(order, ledger);
  if (due) answers.push(graph.add(due, ...told));
  const answered = orElse(answers, told);
  const notices = await traceShipments(ports, graph, ledger, answered);
  const receipts = await traceReceipts(ports, graph, { ledger, notices, answered });
  const before = orElse([...notices.values()], answered);
  const dock = awaitedGoods(order, ledger);
  const awaited = dock ? [graph.add(dock, ...before)] : before;
  await traceInvoices(ports, graph, { ledger, receipts, before: orElse([...receipts.values()], awaited) });
  return own;
}

/** What there is of a station, or what came before it. */
const orElse = (ids: Ids, before: Ids): Ids => (ids.length > 0 ? ids : before);

async function tracePostings(
  { postingsOf }: LineagePorts,
  graph: Graph,
  order: StoredRecord<'purchase-order'>,
  own: string | undefined,
): Promise<Ids> {
  const { state, origin, system } = order.body;
  const postings = origin === 'crossdock' ? await postingsOf(order.id) : [];
  const ids = postings.map((posting) => graph.add(node.postingNode(posting, 'posting'), own));
  if (ids.length > 0 || state !== 'requested') return orElse(ids, [own]);
  const shown = { title: `Posting to ${system}`, state: 'awaited', system };
  return [graph.add(node.awaitedNode('posting', order, shown), own)];
}

/** Changes of the order on their way into its system. */
async function traceAmendments(
  { postingsOf }: LineagePorts,
  graph: Graph,
  changes: readonly StoredRecord<'order-change'>[],
  own: string | undefined,
): Promise<void> {
  for (const { id, body } of changes) {
    for (const posting of await postingsOf(id)) {
      const title = `Change ${body.sequence} in ${posting.system}`;
      graph.add({ ...node.postingNode(posting, 'posting'), title }, own);
    }
  }
}

const isToBeSent = ({ state }: PurchaseOrder, { channel, told }: OrderLedger): boolean =>
  channel === 'edi' && told === undefined && state === 'confirmed';

function awaitedAnswer(
  order: StoredRecord<'purchase-order'>,
  { partnerId = 'nobody', answer: { state, dueAt, overdueSince } }: OrderLedger,
) {
  if (state !== 'awaiting' && state !== 'held') return undefined;
  const waits = state === 'held' ? 'held' : 'awaited';
  return node.awaitedNode('answer', order, {
    ...{ title: `Answer of ${partnerId}`, state: overdueSince ? 'overdue' : waits },
    ...{ system: partnerId, at: dueAt },
  });
}

/** The node of each announced shipment by its id. */
async function traceShipments(
  { records }: LineagePorts,
  graph: Graph,
  { lines }: OrderLedger,
  before: Ids,
): Promise<Found> {
  const ids = unique(lines.flatMap(({ shipped }) => shipped.map(({ documentId }) => documentId)));
  const shipments = await records.getMany('expected-shipment', ids);
  const found = new Map<string, string | undefined>();
  for (const shipment of shipments.toSorted(oldestFirst)) {
    found.set(shipment.id, graph.add(node.shipmentNode(shipment), ...before));
  }
  return found;
}

interface Arriving {
  readonly ledger: OrderLedger;
  readonly notices: Found;
  readonly answered: Ids;
}

/** The node of each receipt by its id, reached from the shipments that announced it. */
async function traceReceipts(
  { records }: LineagePorts,
  graph: Graph,
  { ledger: { lines }, notices, answered }: Arriving,
): Promise<Found> {
  const ids = unique(lines.flatMap(({ received }) => received.map(({ receiptId }) => receiptId)));
  const found = new Map<string, string | undefined>();
  for (const receipt of (await records.getMany('goods-receipt', ids)).toSorted(oldestFirst)) {
    const own = lines.filter(({ received }) => received.some(({ receiptId }) => receiptId === receipt.id));
    const announced = own.flatMap(({ shipped }) => shipped.map(({ documentId }) => notices.get(documentId)));
    const before = orElse(unique(announced), answered);
    found.set(receipt.id, graph.add(node.receiptNode(receipt), ...before));
  }
  return found;
}

/** The goods that are still to come, and until when the last of them. */
function awaitedGoods(order: StoredRecord<'purchase-order'>, { lines, system }: OrderLedger) {
  const { state } = order.body;
  if (!isOpen(order.body) || state === 'requested') return undefined;
  const [on] = lines
    .map(({ shipped, lastPromisedDate, requestedDate }) => {
      return shipped.at(-1)?.expectedOn ?? lastPromisedDate ?? requestedDate;
    })
    .sort()
    .reverse();
  return node.awaitedNode('receipt', order, {
    ...{ title: 'Goods at the dock', state: state === 'part_received' ? 'partly received' : 'awaited' },
    ...{ system, at: on && `${on}T00:00:00.000Z` },
  });
}

interface Billed {
  readonly ledger: OrderLedger;
  readonly receipts: Found;
  readonly before: Ids;
}

/** Invoices, reached from the receipts of their lines. */
async function traceInvoices(
  { records, postingsOf }: LineagePorts,
  graph: Graph,
  { ledger: { lines, waitingInvoices }, receipts, before }: Billed,
): Promise<void> {
  const invoiced = lines.flatMap((line) => line.invoiced.map(({ invoiceId }) => invoiceId));
  const invoices = await records.getMany('invoice', unique([...invoiced, ...waitingInvoices]));
  for (const invoice of invoices.toSorted(oldestFirst)) {
    const own = lines.filter((line) => line.invoiced.some(({ invoiceId }) => invoiceId === invoice.id));
    const received = own.flatMap((line) => line.received.map(({ receiptId }) => receipts.get(receiptId)));
    const billed = graph.add(node.invoiceNode(invoice), ...orElse(unique(received), before));
    if (billed === undefined) return;
    for (const posting of await postingsOf(invoice.id)) {
      graph.add(node.postingNode(posting, 'invoice-posting'), billed);
    }
  }
}

const unique = <T>(all: readonly T[]): T[] => [...new Set(all)];

const oldestFirst = (
  a: { readonly id: string; readonly body: { readonly provenance: { readonly receivedAt: string } } },
  b: typeof a,
): number => {
  const [left, right] = [a.body.provenance.receivedAt + a.id, b.body.provenance.receivedAt + b.id];
  return left < right ? -1 : 1;
};

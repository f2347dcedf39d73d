import type { TracedType } from '#core/canonical/lineage.ts';
import { orderOfPartner } from '#core/canonical/order-ledger.ts';
import type { StoredRecord } from '#core/kernel/records.ts';
import { runIdOf } from '../replenishment/model.ts';
import type { Node } from './model.ts';
import * as node from './nodes.ts';
import { releaseOf } from './planning-part.ts';
import type { LineagePorts } from './ports.ts';

/** Where a chain is entered: the node of the record, and what of the chain it leads to. */
export interface Start {
  readonly node: Node;
  readonly orderIds: readonly string[];
  readonly releaseId?: string;
  readonly runId?: string;
  readonly groupId?: string;
  readonly proposalId?: string;
  /** Documents of a partner that are in it. */
  readonly carries?: readonly StoredRecord<'partner-document'>[];
}

type Found = Start | undefined;

/** The place of a record in its chain; undefined when there is no such record. */
export const startAt = (
  ports: LineagePorts,
  { type, id }: { readonly type: TracedType; readonly id: string },
): Promise<Found> => starts[type](ports, id);

const starts: { readonly [T in TracedType]: (ports: LineagePorts, id: string) => Promise<Found> } = {
  document: async (ports, id) => {
    const found = await ports.records.get('document', id);
    if (!found) return undefined;
    const own = { node: node.documentNode(found), orderIds: [] };
    if (found.body.kind === 'forecast-file') return { ...own, ...plannedBy(releaseOf(found)) };
    const said = await ports.documentsOf(found);
    const orders = await Promise.all(said.map((document) => ordersNamedBy(ports, document)));
    return { ...own, orderIds: [...new Set(orders.flat())], carries: said };
  },
  'forecast-release': async ({ records }, id) => {
    const found = await records.get('forecast-release', id);
    return found && { node: node.releaseNode(found), orderIds: [], ...plannedBy(id) };
  },
  'replenishment-run': async ({ records }, id) => {
    const found = await records.get('replenishment-run', id);
    return (
      found && { node: node.runNode(found), orderIds: [], ...plannedBy(found.body.releaseId), runId: id }
    );
  },
  proposal: async ({ records }, id) => {
    const found = await records.get('proposal', id);
    return (
      found && {
        ...{ node: node.proposalNode(found), orderIds: [], proposalId: id },
        groupId: found.body.approvalGroupId,
      }
    );
  },
  'approval-group': async ({ records }, id) => {
    const found = await records.get('approval-group', id);
    return found && { node: node.groupNode(found), orderIds: [], groupId: id };
  },
  'purchase-order': async ({ records }, id) => {
    const found = await records.get('purchase-order', id);
    const ledger = found && (await records.get('order-ledger', id));
    return found && { node: node.orderNode(found, ledger?.body), orderIds: [id] };
  },
  'partner-document': startAtPartnerDocument,
  'expected-shipment': async ({ records }, id) => {
    const found = await records.get('expected-shipment', id);
    return found && { node: node.shipmentNode(found), orderIds: orderIdsIn(found.body.lines) };
  },
  'goods-receipt': async ({ records }, id) => {
    const found = await records.get('goods-receipt', id);
    return found && { node: node.receiptNode(found), orderIds: orderIdsIn(found.body.lines) };
  },
  invoice: async ({ records }, id) => {
    const found = await records.get('invoice', id);
    return found && { node: node.invoiceNode(found), orderIds: orderIdsIn(found.body.lines) };
  },
};

const plannedBy = (releaseId: string) => ({ releaseId, runId: runIdOf(releaseId) });

const orderIdsIn = (
  lines: readonly { readonly purchaseOrderId?: string | undefined }[],
): readonly string[] => [...new Set(lines.flatMap(({ purchaseOrderId }) => purchaseOrderId ?? []))];

/** What a document of a partner became stands for it. */
async function startAtPartnerDocument(ports: LineagePorts, id: string): Promise<Found> {
  const document = await ports.records.get('partner-document', id);
  if (!document) return undefined;
  const { kind } = document.body;
  const became =
    kind === 'ship-notice'
      ? await starts['expected-shipment'](ports, id)
      : kind === 'supplier-invoice'
        ? await starts.invoice(ports, id)
        : undefined;
  if (became) return became;
  return { node: node.partnerDocumentNode(document), orderIds: await ordersNamedBy(ports, document) };
}

/** The orders a document is about; one that was not applied names its order by the partner's number alone. */
async function ordersNamedBy(
  { records }: LineagePorts,
  { id, body }: StoredRecord<'partner-document'>,
): Promise<readonly string[]> {
  const { kind, purchaseOrderId, orderNumber, partnerId } = body;
  if (kind === 'ship-notice' || kind === 'supplier-invoice') {
    const became = await records.get(kind === 'ship-notice' ? 'expected-shipment' : 'invoice', id);
    if (became) return orderIdsIn(became.body.lines);
  }
  if (purchaseOrderId !== undefined) return [purchaseOrderId];
  if (orderNumber === undefined) return [];
  const ledger = await records.findByIdentifier('order-ledger', orderOfPartner(partnerId, orderNumber));
  return ledger ? [ledger.id] : [];
}

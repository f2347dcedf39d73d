/** How each record is shown in the chain. */
import type { PartnerDocument } from '#core/canonical/interchange.ts';
import type { Station } from '#core/canonical/lineage.ts';
import type { OrderLedger } from '#core/canonical/order-ledger.ts';
import type { ApprovalGroup } from '#core/canonical/proposal.ts';
import type { RecordType } from '#core/canonical/record-schemas.ts';
import { micros } from '#core/kernel/decimal.ts';
import { inWords } from '#core/kernel/quantity-in-words.ts';
import type { StoredRecord } from '#core/kernel/records.ts';
import type { Node, TracedPosting } from './model.ts';

const US = 'crossdock';

type Stored<T extends RecordType> = StoredRecord<T>;

const nodeOf = (
  { type, id }: { readonly type: RecordType; readonly id: string },
  shown: Pick<Node, 'station' | 'title' | 'state' | 'system' | 'at'>,
): Node => ({ id: `${type}/${id}`, recordType: type, recordId: id, awaited: false, ...shown });

export const documentNode = (stored: Stored<'document'>): Node => {
  const { fileName, state, receivedAt: at, kind } = stored.body;
  const station = kind === 'forecast-file' ? 'plan' : 'answer';
  return nodeOf(stored, { station, title: fileName.split('/').at(-1) || fileName, state, system: US, at });
};

export const releaseNode = (stored: Stored<'forecast-release'>): Node => {
  const { fileName, state, receivedAt: at } = stored.body;
  const title = `Release of ${fileName.split('/').at(-1) || fileName}`;
  return nodeOf(stored, { station: 'release', title, state, system: US, at });
};

export const runNode = (stored: Stored<'replenishment-run'>): Node => {
  const { state, startedAt: at } = stored.body;
  return nodeOf(stored, { station: 'run', title: 'Replenishment run', state, system: US, at });
};

export const proposalNode = (stored: Stored<'proposal'>): Node => {
  const { orderQuantity, itemId, locationId, state, decision } = stored.body;
  const ordered = inWords(micros(orderQuantity.value), orderQuantity.unit);
  const title = `${ordered} of ${itemId} for ${locationId}`;
  return nodeOf(stored, {
    ...{ station: 'proposal', title, state, system: US },
    at: decision?.at ?? stored.updatedAt,
  });
};

/** Many proposals of a group as one, which leads to their run. */
export const proposalsNode = (group: Stored<'approval-group'>, count: number, others: boolean): Node => ({
  id: `proposals/${group.id}`,
  recordType: 'replenishment-run',
  recordId: group.body.runId,
  station: 'proposal',
  title: others ? `${count} other proposals` : `${count} proposals`,
  state: proposalsState[group.body.state],
  system: US,
  awaited: false,
});

const proposalsState: Readonly<Record<ApprovalGroup['state'], string>> = {
  waiting: 'waiting',
  decided: 'decided',
  ordered: 'decided',
  nothing_to_order: 'rejected',
  superseded: 'superseded',
};

export const groupNode = (stored: Stored<'approval-group'>): Node => {
  const { value, approval, state } = stored.body;
  const by = approval === 'policy' ? 'by policy' : 'by a person';
  const title = `Approval of ${value.amount} ${value.currency} ${by}`;
  return nodeOf(stored, { station: 'approval', title, state, system: US, at: stored.updatedAt });
};

export const orderNode = (stored: Stored<'purchase-order'>, ledger?: OrderLedger): Node => {
  const { number, state, system, provenance } = stored.body;
  const title = `Order ${ledger?.orderNumber ?? number ?? stored.id}`;
  return nodeOf(stored, { station: 'order', title, state, system, at: provenance.receivedAt });
};

export const postingNode = (
  { effectId, system, state, number, createdAt: at }: TracedPosting,
  station: 'posting' | 'invoice-posting',
): Node => ({
  ...{ id: `posting/${effectId}`, recordType: 'posting', recordId: effectId, station },
  title: number === undefined ? `Posting to ${system}` : `${number} in ${system}`,
  ...{ state, system, at, awaited: false },
});

const words: Readonly<Record<PartnerDocument['kind'], readonly [Station, string]>> = {
  'order-acknowledgement': ['answer', 'Answer'],
  'order-change-answer': ['answer', 'Answer to a change'],
  'ship-notice': ['ship-notice', 'Ship notice'],
  'supplier-invoice': ['invoice', 'Invoice'],
  'supplier-stock': ['answer', 'Stock report'],
  'supplier-catalog': ['answer', 'Catalogue'],
  'customer-order': ['order', 'Order of a customer'],
  'purchase-order': ['order-sent', 'Order'],
  'order-change': ['order-sent', 'Change'],
  'planning-schedule': ['order-sent', 'Planning schedule'],
  'product-activity': ['order-sent', 'Sales and stock report'],
};

export const partnerDocumentNode = (stored: Stored<'partner-document'>): Node => {
  const { kind, edi, number, state, partnerId, at } = stored.body;
  const [station, word] = words[kind];
  const title = [word, number, edi && `(${edi.type})`].filter((part) => part).join(' ');
  return nodeOf(stored, { station, title, state, system: partnerId, at });
};

export const shipmentNode = (stored: Stored<'expected-shipment'>): Node => {
  const { number, state, partnerId, provenance } = stored.body;
  const at = provenance.receivedAt;
  return nodeOf(stored, {
    ...{ station: 'ship-notice', title: `Ship notice ${number}`, state, system: partnerId, at },
  });
};

export const receiptNode = (stored: Stored<'goods-receipt'>): Node => {
  const { number, system, provenance } = stored.body;
  const at = provenance.receivedAt;
  return nodeOf(stored, { station: 'receipt', title: `Receipt ${number}`, state: 'received', system, at });
};

const bills = { invoice: 'Invoice', credit_note: 'Credit note', debit_note: 'Debit note' } as const;

export const invoiceNode = (stored: Stored<'invoice'>): Node => {
  const { kind, number, state, partnerId, provenance } = stored.body;
  const at = provenance.receivedAt;
  return nodeOf(stored, {
    ...{ station: 'invoice', title: `${bills[kind]} ${number}`, state, system: partnerId, at },
  });
};

/** What is due and not there; it leads to the record that waits for it. */
export const awaitedNode = (
  station: Station,
  { type, id }: { readonly type: RecordType; readonly id: string },
  { at, ...shown }: Pick<Node, 'title' | 'state' | 'system'> & { readonly at?: string | undefined },
): Node => ({
  ...{ id: `awaited/${station}/${id}`, station, recordType: type, recordId: id, awaited: true },
  ...shown,
  ...(at !== undefined && { at }),
});

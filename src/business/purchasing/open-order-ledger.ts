import type { OrderChangeRecord, OrderLedger } from '#core/canonical/order-ledger.ts';
import type { PartnerAgreement } from '#core/canonical/partner-agreement.ts';
import type { PurchaseOrder } from '#core/canonical/purchase-order.ts';
import type { CorrelationId } from '#core/kernel/correlation.ts';
import { decideAgain } from '#core/kernel/decide-again.ts';
import { derivedId } from '#core/kernel/identifiers.ts';
import { canonicalJson } from '#core/kernel/json.ts';
import { problem } from '#core/kernel/problem.ts';
import type { AnyChange, StoredRecord } from '#core/kernel/records.ts';
import { fail, ok, type Result } from '#core/kernel/result.ts';
import type { EventDraft } from '#events/catalogue.ts';
import { exceptionChange } from '../exceptions/open-exception.ts';
import { agreedShipments } from './agreed-shipments.ts';
import type { LedgerPorts } from './matching-ports.ts';
import { agreementOfSupplier, channelOf } from './partner-of-supplier.ts';
import { recordedChange } from './record-change.ts';
import { answerDueAt, newLedger } from './rules/new-ledger.ts';
import { newsToSupplier } from './rules/news-to-supplier.ts';
import { type ChangedLine, orderDifferences, withOrderLines } from './rules/order-differences.ts';
import { changeNotPossible, onTheirWay } from './rules/too-late.ts';
import { withPartner } from './rules/with-partner.ts';

/**
 * Keep the dialogue with the supplier about an order in step with the order.
 * 1. An order that no system of record holds has no ledger yet.
 * 2. An order without one gets it: how it reaches the supplier, and until when an answer is due; a confirmed one is
 *    placed.
 * 3. Where the order changed, the ledger follows. What the supplier has not heard of becomes a change to tell, but
 *    never about goods that are on their way: that becomes a buyer's exception.
 * Problem: `not-found` when there is no such order.
 */
export const openOrderLedger = (
  ports: LedgerPorts,
  input: { readonly purchaseOrderId: string; readonly correlationId: CorrelationId },
): Promise<Result<void>> =>
  decideAgain(async () => {
    const { records } = ports;
    const order = await records.get('purchase-order', input.purchaseOrderId);
    if (!order) return fail(problem('not-found', `There is no purchase order ${input.purchaseOrderId}.`));
    const { state } = order.body;
    if (state === 'requested' || state === 'refused') return ok(undefined);
    const ledger = await records.get('order-ledger', order.id);
    if (!ledger && state === 'cancelled') return ok(undefined);
    const changes = ledger ? await followed(ports, ledger, order) : [await opened(ports, order.body)];
    if (changes.length === 0) return ok(undefined);
    return records.commit({
      changes,
      correlationId: order.correlationId,
      causationId: input.correlationId,
    });
  });

async function opened(ports: LedgerPorts, order: PurchaseOrder): Promise<AnyChange> {
  const agreement = await agreementOfSupplier(ports, order.supplierId);
  const channel = channelOf(agreement, order);
  const body = newLedger(order, { agreement, channel, at: ports.clock.now() });
  const data = { purchaseOrderId: order.id, channel, supplierId: order.supplierId };
  return {
    type: 'order-ledger',
    id: order.id,
    expect: 'absent',
    body,
    ...(order.state === 'confirmed' && { events: [{ name: 'order-placed', data }] }),
  };
}

async function followed(
  ports: LedgerPorts,
  { id, version, body: ledger }: StoredRecord<'order-ledger'>,
  order: StoredRecord<'purchase-order'>,
): Promise<readonly AnyChange[]> {
  const agreement = await agreementOfSupplier(ports, order.body.supplierId);
  const known = withPartner(withOrderLines(ledger, order.body), agreement);
  const news = agreement ? await newsOf(ports, ledger, order.body) : [];
  const { tellable, tooLate } = onTheirWay(ledger, news);
  const change =
    agreement && tellable.length > 0 ? changeToTell(known, { tellable, agreement, order, ports }) : undefined;
  const exception =
    tooLate.length > 0 ? await exceptionChange(ports, changeNotPossible(known, tooLate)) : undefined;
  const body = agreement && change ? awaitingAnswerTo(change, known, agreement) : known;
  if (!change && !exception && canonicalJson(body) === canonicalJson(ledger)) return [];
  return [
    { type: 'order-ledger', id, expect: version, body, events: heldInvoices(body) },
    ...(change ? [recordedChange(change)] : []),
    ...(exception ? [exception] : []),
    ...(await agreedShipments(ports, ledger, body, agreement)),
  ];
}

/** Invoices that were blocked may agree with the order as it is now. */
const heldInvoices = ({ id, waitingInvoices }: OrderLedger): readonly EventDraft[] =>
  waitingInvoices.length === 0
    ? []
    : [{ name: 'order-progressed', data: { purchaseOrderId: id, what: 'changed', documentId: id } }];

/** What the supplier has not heard of; nothing where it was never told the order. */
async function newsOf(
  { records }: LedgerPorts,
  ledger: OrderLedger,
  order: PurchaseOrder,
): Promise<readonly ChangedLine[]> {
  const differences = orderDifferences(ledger, order);
  if (differences.length === 0 || ledger.channel === 'none' || ledger.answer.state === 'none') return [];
  const earlier = await records.list('order-change', {
    list: 'changes-by-order',
    scope: ledger.id,
    order: 'descending',
    limit: 100,
  });
  return newsToSupplier(
    differences,
    ledger,
    earlier.entries.map(({ body }) => body),
  );
}

interface Telling {
  readonly tellable: readonly ChangedLine[];
  readonly agreement: PartnerAgreement;
  readonly order: StoredRecord<'purchase-order'>;
  readonly ports: LedgerPorts;
}

function changeToTell(
  { change: { sequence }, channel, system }: OrderLedger,
  { tellable, agreement, order, ports }: Telling,
): OrderChangeRecord {
  const isSent = channel === 'edi' && agreement.documents.send.includes('order-change');
  return {
    id: derivedId('oc', order.id, `order-version-${order.version}`),
    purchaseOrderId: order.id,
    sequence: sequence + 1,
    origin: 'system',
    reason: `Changed in ${system}.`,
    system,
    lines: [...tellable],
    posting: 'none',
    telling: isSent ? 'requested' : 'none',
    requestedAt: ports.clock.now(),
  };
}

function awaitingAnswerTo(
  { id, sequence, requestedAt }: OrderChangeRecord,
  ledger: OrderLedger,
  agreement: PartnerAgreement,
): OrderLedger {
  const { overdueSince: _answered, ...answer } = ledger.answer;
  return {
    ...ledger,
    change: { sequence, unanswered: id },
    answer: { ...answer, state: 'awaiting', dueAt: answerDueAt(requestedAt, agreement) },
  };
}

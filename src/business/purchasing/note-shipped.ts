import type { OrderLedger } from '#core/canonical/order-ledger.ts';
import type { ShipNotice } from '#core/canonical/ship-notice.ts';
import type { ExpectedShipment } from '#core/canonical/supplier-flow.ts';
import { decideAgain } from '#core/kernel/decide-again.ts';
import { canonicalJson } from '#core/kernel/json.ts';
import type { AnyChange, StoredRecord } from '#core/kernel/records.ts';
import { ok, type Result } from '#core/kernel/result.ts';
import { ledgerCommits } from './commits.ts';
import { exceptionChanges } from './line-exceptions.ts';
import type { MatchingPorts } from './matching-ports.ts';
import type { NoticedOrder } from './notice-orders.ts';
import { agreementOf, announces } from './partner-of-supplier.ts';
import type { StoredDocument } from './received-document.ts';
import type { ShippedOrder } from './rules/expected-shipment.ts';
import type { JudgedShipment } from './rules/judge-shipment.ts';
import { receiptCauses, receiptExceptions } from './rules/receipt-exceptions.ts';
import { shipmentExceptions } from './rules/shipment-exceptions.ts';
import { shippedLedger } from './rules/shipped-ledger.ts';
import { noTolerance } from './rules/tolerance.ts';

export interface Notice {
  readonly document: StoredDocument;
  readonly notice: ShipNotice;
  readonly orders: readonly NoticedOrder[];
  /** The shipment whose place it takes. */
  readonly replaced: ExpectedShipment | undefined;
}

/**
 * Count a shipment on each of its orders, an order a commit, and on those of the shipment it replaces; what each
 * order is then. A cancelled shipment counts nothing. An order on which it is counted already is not written again.
 */
export async function noteShipped(
  ports: MatchingPorts,
  { document, notice, orders, replaced }: Notice,
): Promise<Result<readonly ShippedOrder[]>> {
  const judged = new Map(orders.map((order) => [order.ledger.id, order.judged]));
  const nothing: JudgedShipment = { lines: [], strangers: [] };
  const ids = new Set([...judged.keys(), ...(replaced?.lines ?? []).map((line) => line.purchaseOrderId)]);
  const isCancelled = notice.purpose.meaning === 'cancellation';
  const noted: ShippedOrder[] = [];
  for (const id of [...ids].sort()) {
    const said = judged.get(id);
    const counted = isCancelled ? nothing : (said ?? nothing);
    const ledger = await decideAgain(() =>
      countOn(ports, id, counted, { document, notice, replaced: replaced?.id }),
    );
    if (!ledger.ok) return ledger;
    if (said && ledger.value) noted.push({ ledger: ledger.value, lines: said.lines });
  }
  return ok(noted);
}

type Counting = Pick<Notice, 'document' | 'notice'> & { readonly replaced: string | undefined };

async function countOn(
  ports: MatchingPorts,
  id: string,
  judged: JudgedShipment,
  { document, notice, replaced }: Counting,
): Promise<Result<OrderLedger | undefined>> {
  const stored = await ports.records.get('order-ledger', id);
  if (!stored) return ok(undefined);
  const ledger = shippedLedger(stored.body, document.id, judged.lines, replaced);
  const agreement = await agreementOf(ports, document.body.partnerId);
  const context = {
    partnerDocumentId: document.id,
    number: notice.number,
    tolerances: agreement?.tolerances ?? noTolerance,
  };
  const touched = touchedLines(stored.body, ledger);
  const { opened, closed } = await exceptionChanges(ports, {
    drafts: [
      ...shipmentExceptions(ledger, judged, context),
      ...receiptExceptions(ledger, touched, await announces(ports, ledger)),
    ],
    groupCause: [id, 'shipped'],
    subject: ledger.orderNumber,
    kinds: ['ship-notice-differs', 'ship-notice-late', 'receipt-differs', 'receipt-unannounced'],
    causes: receiptCauses(ledger, touched),
    because: `Ship notice ${notice.number} took its place.`,
  });
  const moved = (version: number) => [...progressed(stored, ledger, document.id, version), ...opened];
  const under = { correlationId: stored.correlationId, causationId: document.correlationId };
  for (const changes of ledgerCommits(stored, closed, moved)) {
    const committed = await ports.records.commit({ changes, ...under });
    if (!committed.ok) return committed;
  }
  return ok(ledger);
}

const touchedLines = (before: OrderLedger, after: OrderLedger): readonly number[] =>
  after.lines.flatMap(({ lineNumber, shipped }, at) =>
    canonicalJson(shipped) === canonicalJson(before.lines[at]?.shipped) ? [] : [lineNumber],
  );

function progressed(
  { id, body }: StoredRecord<'order-ledger'>,
  ledger: OrderLedger,
  documentId: string,
  version: number,
): readonly AnyChange[] {
  if (canonicalJson(body) === canonicalJson(ledger)) return [];
  const data = { purchaseOrderId: id, what: 'shipped', documentId };
  return [
    {
      type: 'order-ledger',
      id,
      expect: version,
      body: ledger,
      events: [{ name: 'order-progressed', data }],
    },
  ];
}

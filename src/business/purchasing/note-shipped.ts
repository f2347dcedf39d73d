import type { OrderLedger } from '#core/canonical/order-ledger.ts';
import type { ExpectedShipment } from '#core/canonical/supplier-flow.ts';
import { decideAgain } from '#core/kernel/decide-again.ts';
import { canonicalJson } from '#core/kernel/json.ts';
import { problem } from '#core/kernel/problem.ts';
import { fail, ok, type Result } from '#core/kernel/result.ts';
import { ledgerCommits } from './commits.ts';
import { exceptionChanges } from './line-exceptions.ts';
import type { MatchingPorts } from './matching-ports.ts';
import { announcedBy, isLive, movedShipments, type StoredShipment } from './moved-shipments.ts';
import type { NoticedOrder } from './notice-orders.ts';
import { agreementOf, announces } from './partner-of-supplier.ts';
import { progressedLedger } from './progressed-ledger.ts';
import type { JudgedShipment } from './rules/judge-shipment.ts';
import { receiptCauses, receiptExceptions } from './rules/receipt-exceptions.ts';
import { shipmentExceptions } from './rules/shipment-exceptions.ts';
import { shippedLedger } from './rules/shipped-ledger.ts';
import { noTolerance } from './rules/tolerance.ts';

/**
 * Count an announced shipment on each of its orders, an order a commit, and take what it replaces off its own. A
 * cancelled shipment counts nothing. An order on which it is counted already is not written again. Problem:
 * `record-changed` when another shipment takes the place of this one meanwhile.
 */
export async function noteShipped(
  ports: MatchingPorts,
  shipment: ExpectedShipment,
  orders: readonly NoticedOrder[],
): Promise<Result<void>> {
  const nothing: JudgedShipment = { lines: [], strangers: [] };
  const counted = shipment.state === 'cancelled' ? [] : orders;
  const judged = new Map(counted.map((order) => [order.ledger.id, order.judged]));
  const replaced =
    shipment.replaces === undefined
      ? undefined
      : await ports.records.get('expected-shipment', shipment.replaces);
  const before = (replaced?.body.lines ?? []).map((line) => line.purchaseOrderId);
  for (const id of [...new Set([...judged.keys(), ...before])].sort()) {
    const done = await decideAgain(() => countOn(ports, id, judged.get(id) ?? nothing, shipment));
    if (!done.ok) return done;
  }
  return ok(undefined);
}

async function countOn(
  ports: MatchingPorts,
  id: string,
  judged: JudgedShipment,
  { id: shipmentId, number, partnerId, replaces }: ExpectedShipment,
): Promise<Result<void>> {
  const stored = await ports.records.get('order-ledger', id);
  if (!stored) return ok(undefined);
  const ids = [...announcedBy(stored.body), shipmentId, ...(replaces ? [replaces] : [])];
  const shipments = await ports.records.getMany('expected-shipment', [...new Set(ids)]);
  const replaced = new Set(shipments.filter(({ body }) => body.state === 'replaced').map((one) => one.id));
  if (replaced.has(shipmentId))
    return fail(problem('record-changed', `Shipment ${shipmentId} was replaced.`));
  const ledger = shippedLedger(stored.body, shipmentId, judged.lines, replaced);
  const touched = touchedLines(stored.body, ledger);
  const agreement = await agreementOf(ports, partnerId);
  const context = {
    partnerDocumentId: shipmentId,
    number,
    tolerances: agreement?.tolerances ?? noTolerance,
  };
  const { opened, closed } = await exceptionChanges(ports, {
    drafts: [
      ...shipmentExceptions(ledger, judged, touched, context),
      ...receiptExceptions(ledger, touched, await announces(ports, ledger)),
    ],
    groupCause: [id, 'shipped'],
    subject: ledger.orderNumber,
    kinds: ['ship-notice-differs', 'ship-notice-late', 'receipt-differs', 'receipt-unannounced'],
    causes: receiptCauses(ledger, touched),
    because: `Ship notice ${number} took its place.`,
  });
  if (touched.length === 0 && opened.length === 0) return ok(undefined);
  const [own, others] = [live(shipments, shipmentId, true), live(shipments, shipmentId, false)];
  // The shipment is written with the ledger in any case: both must fail when another takes its place meanwhile.
  const moved = (version: number) => [
    ...progressedLedger(stored, ledger, { what: 'shipped', documentId: shipmentId, version }),
    ...movedShipments(own, ledger, 'always'),
    ...opened,
  ];
  const besides = [...closed, ...movedShipments(others, ledger)];
  for (const changes of ledgerCommits(stored, besides, moved)) {
    const { correlationId } = stored;
    const committed = await ports.records.commit({ changes, correlationId, causationId: shipmentId });
    if (!committed.ok) return committed;
  }
  return ok(undefined);
}

const live = (shipments: readonly StoredShipment[], id: string, own: boolean): readonly StoredShipment[] =>
  shipments.filter((shipment) => (shipment.id === id) === own && (own || isLive(shipment)));

const touchedLines = (before: OrderLedger, after: OrderLedger): readonly number[] =>
  after.lines.flatMap(({ lineNumber, shipped }, at) =>
    canonicalJson(shipped) === canonicalJson(before.lines[at]?.shipped) ? [] : [lineNumber],
  );

import type { GoodsReceipt } from '#core/canonical/supplier-flow.ts';
import type { CorrelationId } from '#core/kernel/correlation.ts';
import { decideAgain } from '#core/kernel/decide-again.ts';
import { problem } from '#core/kernel/problem.ts';
import type { StoredRecord } from '#core/kernel/records.ts';
import { fail, ok, type Result } from '#core/kernel/result.ts';
import { exceptionChange } from '../exceptions/open-exception.ts';
import { ledgerCommits } from './commits.ts';
import { exceptionChanges } from './line-exceptions.ts';
import type { LedgerPorts } from './matching-ports.ts';
import { announcedBy, movedShipments } from './moved-shipments.ts';
import { openOrderLedger } from './open-order-ledger.ts';
import { announces } from './partner-of-supplier.ts';
import { progressedLedger } from './progressed-ledger.ts';
import { receiptCauses, receiptExceptions, unorderedReceipt } from './rules/receipt-exceptions.ts';
import { receivedLedger } from './rules/received-ledger.ts';

export interface ReceiptToApply {
  readonly goodsReceiptId: string;
  readonly correlationId: CorrelationId;
}

/**
 * Count goods that arrived on the orders they were for.
 * 1. What was ordered by nobody is an exception of receiving.
 * 2. On each order, a commit each: count what arrived of every line, once for each receipt.
 * 3. The shipments that announced it are so much received.
 * 4. What differs from what was announced, is damaged, or was not announced becomes an exception of receiving.
 * Problems: `not-found` when there is no such receipt or order, and those of committing.
 */
export async function applyGoodsReceipt(ports: LedgerPorts, input: ReceiptToApply): Promise<Result<void>> {
  const receipt = await ports.records.get('goods-receipt', input.goodsReceiptId);
  if (!receipt) return fail(problem('not-found', `There is no goods receipt ${input.goodsReceiptId}.`));
  const orders = receipt.body.lines.map(({ purchaseOrderId }) => purchaseOrderId);
  const noted = await noteUnordered(ports, receipt);
  if (!noted.ok) return noted;
  for (const id of [...new Set(orders)].filter((order) => order !== undefined).sort()) {
    const counted = await decideAgain(() => countOn(ports, id, receipt.body, input));
    if (!counted.ok) return counted;
  }
  return ok(undefined);
}

const noteUnordered = (
  ports: LedgerPorts,
  { body, correlationId }: StoredRecord<'goods-receipt'>,
): Promise<Result<void>> =>
  decideAgain(async () => {
    const [draft] = unorderedReceipt(body);
    const change = draft && (await exceptionChange(ports, draft));
    return change ? ports.records.commit({ changes: [change], correlationId }) : ok(undefined);
  });

async function countOn(
  ports: LedgerPorts,
  id: string,
  receipt: GoodsReceipt,
  input: ReceiptToApply,
): Promise<Result<void>> {
  const stored = await ledgerOf(ports, id, input.correlationId);
  if (!stored.ok) return stored;
  const ledger = receivedLedger(stored.value.body, receipt);
  const looked = linesOf(receipt, id);
  const { opened, closed } = await exceptionChanges(ports, {
    drafts: receiptExceptions(ledger, looked, await announces(ports, ledger)),
    groupCause: [id, 'received'],
    subject: ledger.orderNumber,
    kinds: ['receipt-differs', 'receipt-unannounced'],
    causes: receiptCauses(ledger, looked),
    because: `Receipt ${receipt.number} brought the rest.`.slice(0, 500),
  });
  const documentId = receipt.id;
  const moved = (version: number) => [
    ...progressedLedger(stored.value, ledger, { what: 'received', documentId, version }),
    ...opened,
  ];
  const shipments = await ports.records.getMany('expected-shipment', announcedBy(ledger));
  const besides = [...closed, ...movedShipments(shipments, ledger)];
  const under = { correlationId: stored.value.correlationId, causationId: input.correlationId };
  for (const changes of ledgerCommits(stored.value, besides, moved)) {
    const committed = await ports.records.commit({ changes, ...under });
    if (!committed.ok) return committed;
  }
  return ok(undefined);
}

const linesOf = ({ lines }: GoodsReceipt, orderId: string): readonly number[] =>
  lines.flatMap(({ purchaseOrderId, lineNumber }) =>
    purchaseOrderId === orderId && lineNumber !== undefined ? [lineNumber] : [],
  );

/** The ledger of an order; goods may arrive before anybody heard that there is one. */
async function ledgerOf(
  ports: LedgerPorts,
  purchaseOrderId: string,
  correlationId: CorrelationId,
): Promise<Result<StoredRecord<'order-ledger'>>> {
  const known = await ports.records.get('order-ledger', purchaseOrderId);
  if (known) return ok(known);
  const opened = await openOrderLedger(ports, { purchaseOrderId, correlationId });
  if (!opened.ok) return opened;
  const ledger = await ports.records.get('order-ledger', purchaseOrderId);
  return ledger ? ok(ledger) : fail(problem('not-found', `Order ${purchaseOrderId} has no ledger.`));
}

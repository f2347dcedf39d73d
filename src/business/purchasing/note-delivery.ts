import type { PartnerDocument } from '#core/canonical/interchange.ts';
import type { OrderLedger } from '#core/canonical/order-ledger.ts';
import type { CorrelationId } from '#core/kernel/correlation.ts';
import { decideAgain } from '#core/kernel/decide-again.ts';
import { canonicalJson } from '#core/kernel/json.ts';
import { problem } from '#core/kernel/problem.ts';
import { fail, ok, type Result } from '#core/kernel/result.ts';
import { exceptionChange } from '../exceptions/open-exception.ts';
import type { LedgerPorts } from './matching-ports.ts';
import { agreementOf } from './partner-of-supplier.ts';
import { deliveredLedger, refusedDelivery } from './rules/delivered-ledger.ts';

/**
 * Note on an order whether its supplier has what we sent.
 * 1. Only orders and changes of them are told; an older document than the last told one says nothing new.
 * 2. What was sent starts the clock for the answer; what the partner refuses stops it, and somebody must send again.
 * Problem: `not-found` when there is no such document.
 */
export const noteDelivery = (
  ports: LedgerPorts,
  input: { readonly partnerDocumentId: string; readonly correlationId: CorrelationId },
): Promise<Result<void>> =>
  decideAgain(async () => {
    const { records } = ports;
    const document = await records.get('partner-document', input.partnerDocumentId);
    if (!document) return fail(problem('not-found', `There is no document ${input.partnerDocumentId}.`));
    const { body } = document;
    const orderId = isTold(body) ? body.purchaseOrderId : undefined;
    const ledger = orderId === undefined ? undefined : await records.get('order-ledger', orderId);
    if (!ledger) return ok(undefined);
    const after = deliveredLedger(ledger.body, body, await agreementOf(ports, body.partnerId));
    const exception =
      isLastTold(after, body) && body.state === 'refused'
        ? await exceptionChange(ports, refusedDelivery(after, body))
        : undefined;
    const same = canonicalJson(after) === canonicalJson(ledger.body);
    if (same && !exception) return ok(undefined);
    return records.commit({
      changes: [
        { type: 'order-ledger', id: ledger.id, expect: ledger.version, body: after },
        ...(exception ? [exception] : []),
      ],
      correlationId: ledger.correlationId,
      causationId: input.correlationId,
    });
  });

const isTold = ({ direction, kind, test }: PartnerDocument): boolean =>
  direction === 'out' && !test && (kind === 'purchase-order' || kind === 'order-change');

const isLastTold = ({ told }: OrderLedger, { id }: PartnerDocument): boolean => told?.documentId === id;

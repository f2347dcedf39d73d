import type { StepRuns } from '#business/exceptions/apply-resolution.ts';
import {
  overrideInvoice,
  rejectInvoice,
  reprocessInvoice,
} from '#business/finance/decide-blocked-invoice.ts';
import { applyBuyerDecision } from '#business/purchasing/apply-buyer-decision.ts';
import { extendAnswer } from '#business/purchasing/extend-answer.ts';
import { rejectDocuments } from '#business/purchasing/reject-documents.ts';
import type { StoredRecord } from '#core/kernel/records.ts';
import { extendAcknowledgement } from '#edi/exchange/extend-acknowledgement.ts';
import type { ExchangePorts } from '#edi/exchange/ports.ts';
import { reprocessSetAside } from '#edi/exchange/reprocess-set-aside.ts';
import { resendDocument } from '#edi/exchange/resend-document.ts';
import type { PostingStore } from '#platform/posting/ports.ts';
import { type Redrive, redrivePosting } from '#platform/posting/redrive-posting.ts';
import { dynamoPostings } from './dynamodb/postings.ts';
import { exchangePorts } from './exchange-ports.ts';

/** What carries out each decision about an exception, in AWS. */
export function resolutionRuns(
  ports: ExchangePorts = exchangePorts(),
  postings: () => Pick<PostingStore, 'get'> = dynamoPostings,
): StepRuns {
  return {
    'buyer-decision': (exception) =>
      applyBuyerDecision(ports, { exceptionId: exception.id, correlationId: exception.correlationId }),
    'extend-answer': (exception) => extendAnswer(ports, exception),
    resend: (exception) => resendDocument(ports, exception),
    'extend-acknowledgement': (exception) => extendAcknowledgement(ports, exception),
    reprocess: (exception) => reprocessSetAside(ports, exception),
    'reject-document': (exception) => rejectDocuments(ports, exception),
    'override-invoice': (exception) => overrideInvoice(ports, exception),
    'reject-invoice': (exception) => rejectInvoice(ports, exception),
    'reprocess-invoice': (exception) => reprocessInvoice(ports, exception),
    'post-again': (exception) =>
      redrivePosting(
        { store: postings(), records: ports.records },
        { ...refusedPosting(exception), ...askedBy(exception) },
      ),
  };
}

/** The posting that was refused, by the record an exception is about. */
function refusedPosting({
  body: { about },
}: StoredRecord<'exception'>): Pick<Redrive, 'operation' | 'documentId'> {
  const { invoiceId, orderChangeId, purchaseOrderId = '' } = about;
  if (invoiceId !== undefined) return { operation: 'post-supplier-invoice', documentId: invoiceId };
  if (orderChangeId !== undefined) return { operation: 'amend-purchase-order', documentId: orderChangeId };
  return { operation: 'create-purchase-order', documentId: purchaseOrderId };
}

const askedBy = ({
  body: { resolution },
  correlationId,
}: StoredRecord<'exception'>): Pick<Redrive, 'actor' | 'reason' | 'correlationId'> => ({
  actor: { kind: 'function', id: 'apply-resolution' },
  reason: `${resolution?.by ?? 'unknown'}: ${resolution?.reason ?? ''}`.slice(0, 500),
  correlationId,
});

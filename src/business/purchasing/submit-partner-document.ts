import type { PartnerDocument } from '#core/canonical/interchange.ts';
import { orderOfPartner } from '#core/canonical/order-ledger.ts';
import type { ReceivedDocument } from '#core/canonical/partner-agreement.ts';
import { canonicalKeyOf, keepCanonical } from '#core/canonical/partner-documents.ts';
import type { Clock } from '#core/kernel/clock.ts';
import type { Actor, CorrelationId } from '#core/kernel/correlation.ts';
import { derivedId } from '#core/kernel/identifiers.ts';
import type { ObjectStore } from '#core/kernel/objects.ts';
import { problem } from '#core/kernel/problem.ts';
import type { Records, StoredRecord } from '#core/kernel/records.ts';
import { fail, ok, type Result } from '#core/kernel/result.ts';

export interface SubmitPorts {
  readonly records: Records;
  readonly objects: Pick<ObjectStore, 'write'>;
  readonly clock: Clock;
}

export interface Submission {
  /** Who sends it, as its agreement stands now. */
  readonly partner: {
    readonly id: string;
    readonly supplierId: string;
    readonly agreementVersion: number;
    readonly receives: readonly ReceivedDocument[];
    readonly test: boolean;
  };
  readonly kind: ReceivedDocument;
  /** What it says, in the canonical schema of its kind. */
  readonly content: object;
  /** The sender's own number of it. */
  readonly number?: string;
  /** The orders it names, by the numbers the partner knows them by. */
  readonly orderNumbers: readonly string[];
  /** The same for every retry of one intent: the document's id derives from it. */
  readonly requestId: string;
  readonly actor: Actor;
  readonly correlationId: CorrelationId;
  /** Source address, for the audit record. */
  readonly from?: string;
}

/**
 * Take a business document of a partner that speaks the API.
 * 1. The agreement must have its kind, and every order it names must be one of the partner's.
 * 2. Keep what it says as an object.
 * 3. Commit the document as received, with its event and the audit record; whoever applies it hears the event.
 * A retry finds its own document. Problems: `document-not-agreed`, `order-unknown`.
 */
export async function submitPartnerDocument(
  { records, objects, clock }: SubmitPorts,
  submission: Submission,
): Promise<Result<StoredRecord<'partner-document'>>> {
  const id = derivedId('pd', submission.requestId);
  const before = await records.get('partner-document', id);
  if (before) return ok(before);
  const orders = await ordersOf(records, submission);
  if (!orders.ok) return orders;
  const { actor, from, correlationId, kind, content } = submission;
  await keepCanonical(objects, id, JSON.stringify(content));
  const body = documentOf(id, submission, orders.value[0], clock.now());
  const data = { partnerDocumentId: id, partnerId: body.partnerId, kind };
  const committed = await records.commit({
    changes: [
      {
        type: 'partner-document',
        id,
        expect: 'absent',
        body,
        events: [{ name: 'partner-document-received', data }],
      },
    ],
    correlationId,
    audit: {
      actor,
      action: `submit-${kind}`,
      target: { type: 'partner-document', id },
      ...(from === undefined ? {} : { from }),
    },
  });
  const after = await records.get('partner-document', id);
  // Whoever lost the race to a retry of its own finds what that one committed.
  if (after) return ok(after);
  return committed.ok
    ? fail(problem('temporarily-unavailable', 'The document is not there yet.'))
    : committed;
}

/** The ledgers of the orders it names, in their order. */
async function ordersOf(
  records: Records,
  { partner, kind, orderNumbers }: Submission,
): Promise<Result<readonly StoredRecord<'order-ledger'>[]>> {
  if (!partner.receives.includes(kind)) {
    return fail(problem('document-not-agreed', `The agreement with ${partner.id} has no ${kind}.`));
  }
  const found: StoredRecord<'order-ledger'>[] = [];
  for (const number of orderNumbers) {
    const ledger = await records.findByIdentifier('order-ledger', orderOfPartner(partner.id, number));
    if (!ledger) return fail(problem('order-unknown', `You have no order ${number}.`));
    found.push(ledger);
  }
  return ok(found);
}

function documentOf(
  id: string,
  { partner, kind, number, orderNumbers }: Submission,
  order: StoredRecord<'order-ledger'> | undefined,
  now: string,
): PartnerDocument {
  const [orderNumber] = orderNumbers;
  return {
    id,
    direction: 'in',
    channel: 'api',
    kind,
    state: 'received',
    partnerId: partner.id,
    supplierId: partner.supplierId,
    agreementVersion: partner.agreementVersion,
    canonicalKey: canonicalKeyOf(id),
    ...(number === undefined ? {} : { number }),
    ...(orderNumber === undefined ? {} : { orderNumber }),
    ...(order === undefined ? {} : { purchaseOrderId: order.id }),
    ordinal: `${now}#api#000000`,
    findings: [],
    test: partner.test,
    at: now,
  };
}

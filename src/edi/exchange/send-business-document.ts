import type { Interchange } from '#core/canonical/interchange.ts';
import type { SentDocument } from '#core/canonical/partner-agreement.ts';
import {
  type CanonicalDocument,
  keepCanonical,
  partnerDocumentSchemas,
} from '#core/canonical/partner-documents.ts';
import type { CorrelationId } from '#core/kernel/correlation.ts';
import { derivedId } from '#core/kernel/identifiers.ts';
import { type Problem, problem } from '#core/kernel/problem.ts';
import type { AnyChange } from '#core/kernel/records.ts';
import { fail, ok, type Result } from '#core/kernel/result.ts';
import type { ChangeContext } from '../maps/order-context.ts';
import { outboundMaps } from '../maps/outbound-maps.ts';
import { type Correspondent, correspondentOf, isTest } from './correspondent.ts';
import { deliverInterchange } from './deliver-interchange.ts';
import { deviate, deviateSegments } from './deviate.ts';
import type { OutgoingBody } from './envelope.ts';
import type { ExchangePorts } from './ports.ts';
import type { OutgoingDocument } from './prepare-interchange.ts';
import { sendDocuments } from './send-documents.ts';

/** A document of the business that is to reach a partner. */
export interface BusinessDocument<K extends SentDocument> {
  readonly kind: K;
  readonly document: CanonicalDocument<K>;
  readonly context: ChangeContext;
  /** What it is about: with its kind and revision these give its id, so it is sent once. */
  readonly cause: string;
  /** Another one sends the same again, under new control numbers. */
  readonly revision: string;
  readonly about: Pick<OutgoingDocument, 'number' | 'orderNumber' | 'purchaseOrderId'>;
  readonly correlationId: CorrelationId;
  readonly also?: () => Promise<readonly AnyChange[]>;
}

export const sentDocumentId = (kind: SentDocument, cause: string, revision: string): string =>
  derivedId('pd', kind, cause, revision);

const carrierOf = (documentId: string): string => derivedId('int', documentId);

/**
 * The interchange a document went out in, given to its partner now where a crash kept it from that; undefined when
 * it was never sent. Problems: those of the agreement and of delivering.
 */
export async function sentBefore(
  ports: ExchangePorts,
  documentId: string,
  correlationId: CorrelationId,
): Promise<Result<Interchange | undefined>> {
  const stored = await ports.records.get('interchange', carrierOf(documentId));
  if (stored?.body.state !== 'prepared') return ok(stored?.body);
  const correspondent = await correspondentOf(ports, stored.body.partnerId ?? '');
  if (!correspondent.ok) return correspondent;
  const delivered = await deliverInterchange(ports, correspondent.value, stored.id, correlationId);
  return delivered.ok ? ok(stored.body) : delivered;
}

/**
 * Send a document of the business to a partner by EDI.
 * 1. Where it was sent already, only what is still to do is done: its bytes stay.
 * 2. Apply the agreement's deviations, write it with the map of its kind and standard.
 * 3. Keep what it says, then send it: numbers, bytes, delivery.
 * Problems: `partner-suspended`, `document-not-agreed`, `deviation-failed`, `edi-unwritable`; each is for a person.
 */
export async function sendBusinessDocument<K extends SentDocument>(
  ports: ExchangePorts,
  correspondent: Correspondent,
  business: BusinessDocument<K>,
): Promise<Result<Interchange>> {
  const { kind, cause, revision, correlationId, also } = business;
  const id = sentDocumentId(kind, cause, revision);
  const interchangeId = carrierOf(id);
  const outgoing = { interchangeId, correspondent, correlationId, ...(also && { also }) };
  if (await ports.records.get('interchange', interchangeId))
    return sendDocuments(ports, { ...outgoing, transactions: [], documents: [] });
  const allowed = mayBeSent(correspondent, kind);
  if (allowed) return fail(allowed);
  const written = await writeBody(correspondent, business);
  if (!written.ok) return written;
  const canonicalKey = await keepCanonical(ports.objects, id, written.value.json);
  const document: OutgoingDocument = {
    id,
    kind,
    partnerId: correspondent.partnerId,
    supplierId: correspondent.agreement.supplierId,
    agreementVersion: correspondent.version,
    canonicalKey,
    ...business.about,
    findings: [],
    test: isTest(correspondent),
    at: ports.clock.now(),
  };
  return sendDocuments(ports, { ...outgoing, transactions: [written.value.body], documents: [document] });
}

function mayBeSent({ partnerId, agreement }: Correspondent, kind: SentDocument): Problem | undefined {
  if (agreement.status === 'suspended')
    return problem('partner-suspended', `partner ${partnerId} is suspended; the ${kind} was not sent`);
  if (!agreement.documents.send.includes(kind))
    return problem('document-not-agreed', `sending a ${kind} is not agreed with ${partnerId}`);
  return undefined;
}

interface WrittenBody {
  readonly body: OutgoingBody;
  /** What it says, deviations applied. */
  readonly json: string;
}

async function writeBody<K extends SentDocument>(
  { edi, agreement: { deviations } }: Correspondent,
  { kind, document: given, context }: BusinessDocument<K>,
): Promise<Result<WrittenBody>> {
  const map = outboundMaps[edi.standard][kind];
  const deviated = await deviate(deviations, kind, 'canonical', given);
  if (!deviated.ok) return deviated;
  const document = partnerDocumentSchemas[kind].safeParse(deviated.value);
  if (!document.success)
    return fail(
      problem(
        'deviation-failed',
        `what the deviations give is no ${kind}: ${document.error.issues[0]?.message}`,
      ),
    );
  const mapped = map.write(document.data as CanonicalDocument<K>, context, edi.version);
  if (!mapped.ok) {
    const faults = mapped.faults.map(({ segment, position, message }) => ({
      at: `segment ${position} ${segment}`,
      message,
    }));
    return fail(problem('edi-unwritable', faults[0]?.message ?? 'it cannot be written', { faults }));
  }
  const body = await deviateSegments(deviations, kind, mapped.body);
  return body.ok
    ? ok({ body: { type: map.type, body: body.value }, json: JSON.stringify(document.data) })
    : body;
}

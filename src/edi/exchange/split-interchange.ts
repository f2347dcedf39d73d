import type { Interchange as InterchangeRecord, PartnerDocument } from '#core/canonical/interchange.ts';
import { canonicalKeyOf, keepCanonical } from '#core/canonical/partner-documents.ts';
import type { CorrelationId } from '#core/kernel/correlation.ts';
import { decideAgain } from '#core/kernel/decide-again.ts';
import { derivedId } from '#core/kernel/identifiers.ts';
import type { AnyChange } from '#core/kernel/records.ts';
import { ok, type Result } from '#core/kernel/result.ts';
import type { Interchange, Transaction } from '../codec/interchange.ts';
import { outcomeByFaults } from '../codec/interchange.ts';
import { isAcknowledgement } from './answer-interchange.ts';
import type { Correspondent } from './correspondent.ts';
import { kept } from './findings.ts';
import { madeAt } from './interchange-date.ts';
import type { ExchangePorts } from './ports.ts';
import { ordinalOf } from './prepare-interchange.ts';
import { readTransaction } from './read-transaction.ts';

/** Documents a commit holds: each is a record and an event. */
const DOCUMENTS_A_COMMIT = 12;

/** An interchange that is being taken apart. */
export interface Splitting {
  readonly record: InterchangeRecord;
  readonly correspondent: Correspondent;
  /** Its outline, read as agreed. */
  readonly interchange: Interchange;
  readonly correlationId: CorrelationId;
}

/** A transaction at its place among the transactions of its interchange, from 0. */
export interface Placed {
  readonly place: number;
  readonly groupReference: string;
  readonly transaction: Transaction;
  /** Its group or its interchange is refused: it is refused with it, however good it is. */
  readonly refusedAround: boolean;
}

/** A transaction that is read: how it is answered, and its document where its kind is known. */
export interface Taken {
  readonly answered: Transaction;
  readonly rejected: boolean;
  readonly document?: PartnerDocument;
  readonly json?: string;
}

/** Read one transaction; what it says is not kept yet. */
export async function takeTransaction(
  { record, correspondent, interchange }: Splitting,
  { place, groupReference, transaction, refusedAround }: Placed,
  at: string,
): Promise<Taken> {
  if (isAcknowledgement(transaction.type))
    return { answered: transaction, rejected: refusedAround || transaction.outcome === 'rejected' };
  const read = await readTransaction(transaction, correspondent);
  const { kind, findings, answered, said } = read;
  const accepted = said !== undefined && !refusedAround;
  if (!kind) return { answered, rejected: true };
  const id = derivedId('pd', record.id, groupReference, transaction.reference, String(place));
  const { partnerId, agreement, version } = correspondent;
  const document: PartnerDocument = {
    id,
    direction: 'in',
    channel: 'edi',
    kind,
    state: accepted ? 'received' : 'rejected',
    partnerId,
    supplierId: agreement.supplierId,
    agreementVersion: version,
    ...(accepted && { canonicalKey: canonicalKeyOf(id) }),
    ...(said?.number !== undefined && { number: said.number }),
    ...(said?.orderNumber !== undefined && { orderNumber: said.orderNumber }),
    ordinal: ordinalOf(madeAt(interchange, record.at), record.controlNumber ?? '', place),
    edi: {
      interchangeId: record.id,
      type: transaction.type.slice(0, 10),
      version: transaction.version.slice(0, 12),
      groupReference: groupReference.slice(0, 20),
      transactionReference: transaction.reference.slice(0, 20),
    },
    findings: kept(findings),
    test: agreement.status === 'onboarding' || correspondent.edi.usage === 'test',
    at,
  };
  return { answered, rejected: !accepted, document, ...(accepted && { json: said?.json ?? '' }) };
}

/**
 * Keep what was read of some transactions: canonical objects first, then records with their events, in commits that
 * hold no more than a transaction of the store may. What an earlier run kept already stays as it is, and how that run
 * judged is how the transaction is answered.
 */
export async function keepTaken(
  ports: Pick<ExchangePorts, 'records' | 'objects'>,
  taken: readonly Taken[],
  { correlationId }: Pick<Splitting, 'correlationId'>,
): Promise<Result<readonly Taken[]>> {
  const settled: Taken[] = [];
  for (let from = 0; from < taken.length; from += DOCUMENTS_A_COMMIT) {
    const slice = taken.slice(from, from + DOCUMENTS_A_COMMIT);
    const kept = await decideAgain(() => keepSlice(ports, slice, correlationId));
    if (!kept.ok) return kept;
    settled.push(...kept.value);
  }
  return ok(settled);
}

async function keepSlice(
  { records, objects }: Pick<ExchangePorts, 'records' | 'objects'>,
  slice: readonly Taken[],
  correlationId: CorrelationId,
): Promise<Result<readonly Taken[]>> {
  const ids = slice.flatMap(({ document }) => (document ? [document.id] : []));
  const known = new Map((await records.getMany('partner-document', ids)).map(({ id, body }) => [id, body]));
  const fresh = slice.filter(({ document }) => document && !known.has(document.id));
  await Promise.all(
    fresh.map(({ document, json }) =>
      document && json !== undefined ? keepCanonical(objects, document.id, json) : undefined,
    ),
  );
  const changes = fresh.flatMap(({ document }) => (document ? [documentChange(document)] : []));
  const committed = changes.length > 0 ? await records.commit({ changes, correlationId }) : ok(undefined);
  if (!committed.ok) return committed;
  return ok(slice.map((one) => asJudgedBefore(one, one.document && known.get(one.document.id))));
}

function documentChange(document: PartnerDocument): AnyChange {
  const { id, partnerId, kind, state } = document;
  const event =
    state === 'received'
      ? ({ name: 'partner-document-received', data: { partnerDocumentId: id, partnerId, kind } } as const)
      : ({ name: 'partner-document-settled', data: { partnerDocumentId: id, partnerId, state } } as const);
  return { type: 'partner-document', id, expect: 'absent', body: document, events: [event] };
}

/** The agreement may have changed between two runs: what the first one told stays told. */
function asJudgedBefore(taken: Taken, before: PartnerDocument | undefined): Taken {
  if (!before) return taken;
  const wasRejected = before.canonicalKey === undefined;
  const wasOurs = before.findings[0]?.code === 'deviation-failed';
  if (wasOurs || wasRejected === taken.rejected) return taken;
  const { answered } = taken;
  const faults = wasRejected
    ? answered.faults
    : answered.faults.filter(({ severity }) => severity === 'warning');
  const outcome = wasRejected ? 'rejected' : outcomeByFaults(faults);
  return { ...taken, rejected: wasRejected, answered: { ...answered, faults, outcome } };
}

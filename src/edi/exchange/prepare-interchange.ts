import type { Interchange, PartnerDocument } from '#core/canonical/interchange.ts';
import type { CorrelationId } from '#core/kernel/correlation.ts';
import { decideAgain } from '#core/kernel/decide-again.ts';
import { sha256 } from '#core/kernel/identifiers.ts';
import { problem } from '#core/kernel/problem.ts';
import type { AnyChange } from '#core/kernel/records.ts';
import { fail, ok, type Result } from '#core/kernel/result.ts';
import type { Segment } from '../codec/segment.ts';
import { type TakenNumbers, takeNumbers } from './control-numbers.ts';
import type { Correspondent } from './correspondent.ts';
import { type OutgoingBody, transactionReference, writeInterchange } from './envelope.ts';
import type { ExchangePorts } from './ports.ts';

/** A business document that goes out, before it has its place in an interchange. */
export type OutgoingDocument = Omit<PartnerDocument, 'edi' | 'ordinal' | 'direction' | 'channel' | 'state'>;

/** What one interchange is to carry. */
export interface Outgoing {
  /** Derived from its cause: the same cause is sent once. */
  readonly interchangeId: string;
  readonly correspondent: Correspondent;
  readonly transactions: readonly OutgoingBody[];
  readonly services?: readonly Segment[];
  /** One for each transaction; none when it carries acknowledgements. */
  readonly documents: readonly OutgoingDocument[];
  readonly correlationId: CorrelationId;
  /** What must change in the same commit, as it stands at that moment. */
  readonly also?: () => Promise<readonly AnyChange[]>;
}

/**
 * Give an interchange its numbers and its bytes, once.
 * 1. Where it exists already, that is the answer: the same numbers and the same bytes.
 * 2. Take the next control numbers, write the bytes, keep them under their hash.
 * 3. Commit the interchange, its documents and the numbers together.
 * Problems: `edi-unwritable` with the values that cannot be written.
 */
export const prepareInterchange = (
  ports: Pick<ExchangePorts, 'records' | 'objects' | 'clock'>,
  outgoing: Outgoing,
): Promise<Result<Interchange>> => decideAgain(() => prepare(ports, outgoing));

async function prepare(
  ports: Pick<ExchangePorts, 'records' | 'objects' | 'clock'>,
  outgoing: Outgoing,
): Promise<Result<Interchange>> {
  const { interchangeId, correspondent, transactions, services, correlationId } = outgoing;
  const known = await ports.records.get('interchange', interchangeId);
  if (known) return ok(known.body);
  const also = (await outgoing.also?.()) ?? [];
  const numbers = await takeNumbers(ports, correspondent, transactions.length);
  const contents = { transactions, ...(services && { services }) };
  const now = ports.clock.now();
  const written = writeInterchange(correspondent.edi, contents, numbers, now);
  if (!written.ok) {
    const faults = written.faults.map(({ segment, position, message }) => ({
      at: `segment ${position} ${segment}`,
      message,
    }));
    return fail(problem('edi-unwritable', faults[0]?.message ?? 'a value cannot be written', { faults }));
  }
  const hash = sha256(written.bytes);
  const contentKey = `documents/sent/${hash}.edi`;
  await ports.objects.write('documents', contentKey, written.bytes, { contentType: 'application/edi' });
  const body = interchangeOf(outgoing, numbers, { contentKey, sha256: hash, at: now });
  const committed = await ports.records.commit({
    changes: [
      { type: 'interchange', id: interchangeId, expect: 'absent', body },
      ...outgoing.documents.map((document, i) => documentChange(outgoing, document, numbers, i, now)),
      numbers.change,
      ...also,
    ],
    correlationId,
  });
  return committed.ok ? ok(body) : committed;
}

function interchangeOf(
  { interchangeId, correspondent, transactions, documents }: Outgoing,
  numbers: TakenNumbers,
  kept: Pick<Interchange, 'contentKey' | 'sha256' | 'at'>,
): Interchange {
  const { partnerId, version, edi, agreement } = correspondent;
  return {
    id: interchangeId,
    direction: 'out',
    state: 'prepared',
    partnerId,
    agreementVersion: version,
    standard: edi.standard,
    usage: edi.usage,
    sender: addressOf(edi.us),
    receiver: addressOf(edi.them),
    controlNumber: String(numbers.interchange),
    ...(edi.standard === 'x12' && transactions.length > 0 && { groupReference: String(numbers.group) }),
    ...kept,
    carries: documents.map(({ id }) => id),
    transport: agreement.transport,
    fileName: outgoingName(correspondent, numbers.interchange),
    transactions: transactions.length,
    rejected: 0,
    repeats: 0,
    findings: [],
    isAcknowledgement: documents.length === 0,
  };
}

const addressOf = ({ qualifier, id }: { readonly qualifier: string; readonly id: string }) => ({
  qualifier,
  id,
});

/** `x12-000000017.edi`; `x12-test-…` while it is only a test. */
const outgoingName = ({ edi }: Correspondent, number: number): string =>
  `${edi.standard}${edi.usage === 'test' ? '-test' : ''}-${String(number).padStart(9, '0')}.edi`;

function documentChange(
  { interchangeId, correspondent: { edi }, transactions }: Outgoing,
  document: OutgoingDocument,
  numbers: TakenNumbers,
  place: number,
  now: string,
): AnyChange {
  const body: PartnerDocument = {
    ...document,
    direction: 'out',
    channel: 'edi',
    state: 'sent',
    ordinal: ordinalOf(now, String(numbers.interchange), place),
    edi: {
      interchangeId,
      type: transactions[place]?.type ?? '',
      version: edi.version,
      groupReference: edi.standard === 'x12' ? String(numbers.group) : '',
      transactionReference: transactionReference(edi, numbers.transactions[place] ?? 0),
    },
  };
  return { type: 'partner-document', id: document.id, expect: 'absent', body };
}

/** Orders the documents of one partner: when, which interchange, which place in it. */
export const ordinalOf = (at: string, controlNumber: string, place: number): string =>
  `${at}#${controlNumber.padStart(14, '0')}#${String(place).padStart(6, '0')}`;

import type { Finding, Interchange as InterchangeRecord } from '#core/canonical/interchange.ts';
import { decideAgain } from '#core/kernel/decide-again.ts';
import { derivedId } from '#core/kernel/identifiers.ts';
import type { AnyChange } from '#core/kernel/records.ts';
import { ok, type Result } from '#core/kernel/result.ts';
import { acknowledgementOf } from './answer-interchange.ts';
import { deliverInterchange } from './deliver-interchange.ts';
import type { Contents } from './envelope.ts';
import { findingOfProblem, kept } from './findings.ts';
import type { ExchangePorts } from './ports.ts';
import { type Outgoing, prepareInterchange } from './prepare-interchange.ts';
import type { Splitting, Taken } from './split-interchange.ts';

/** Its acknowledgement, once; or word that it is refused, which it may be before it is taken after all. */
export const answerId = (interchangeId: string, how: 'ack' | 'refusal' = 'ack'): string =>
  derivedId('int', interchangeId, how);

/**
 * Close an interchange of which every transaction is kept.
 * 1. Write the acknowledgement that names what became of each transaction.
 * 2. Commit both together: the interchange is split, and its answer has its numbers. So each is answered once.
 * 3. Give the answer to the partner.
 */
export async function finishInterchange(
  ports: ExchangePorts,
  splitting: Splitting,
  taken: readonly Taken[],
): Promise<Result<void>> {
  const { correspondent, record, correlationId } = splitting;
  const answer = acknowledgementOf(correspondent.edi, answeredBy(splitting, taken));
  if (!answer) return commitSplit(ports, splitting, taken);
  const prepared = await prepareInterchange(ports, {
    ...answering(splitting, answer),
    also: () => splitChanges(ports, splitting, taken, { acknowledgementId: answerId(record.id) }),
  });
  if (prepared.ok) return deliverInterchange(ports, correspondent, answerId(record.id), correlationId);
  if (prepared.problem.code !== 'edi-unwritable') return prepared;
  // What is kept is kept: an answer that cannot be written must not hold it up.
  const finding = { ...findingOfProblem(prepared.problem), at: 'the acknowledgement' };
  return commitSplit(ports, splitting, taken, finding);
}

/** What answers an interchange, on its way out. */
export const answering = (
  { record, correspondent, correlationId }: Pick<Splitting, 'record' | 'correspondent' | 'correlationId'>,
  { transactions, services }: Contents,
  how: 'ack' | 'refusal' = 'ack',
): Outgoing => ({
  interchangeId: answerId(record.id, how),
  correspondent,
  transactions,
  ...(services && { services }),
  documents: [],
  correlationId,
});

const commitSplit = (
  ports: ExchangePorts,
  splitting: Splitting,
  taken: readonly Taken[],
  finding?: Finding,
): Promise<Result<void>> =>
  decideAgain(async () => {
    const changes = await splitChanges(ports, splitting, taken, {}, finding);
    if (changes.length === 0) return ok(undefined);
    return ports.records.commit({ changes, correlationId: splitting.correlationId });
  });

/** The interchange with its transactions as they were judged. */
function answeredBy({ interchange }: Splitting, taken: readonly Taken[]) {
  let place = 0;
  const groups = interchange.groups.map((group) => ({
    ...group,
    transactions: group.transactions.map((transaction) => taken[place++]?.answered ?? transaction),
  }));
  return { ...interchange, groups };
}

/** The interchange as split, and the exception that names what was rejected; nothing when an earlier run did it. */
async function splitChanges(
  ports: ExchangePorts,
  { record: { id, partnerId = '' }, correspondent }: Splitting,
  taken: readonly Taken[],
  answer: Pick<InterchangeRecord, 'acknowledgementId'>,
  finding?: Finding,
): Promise<readonly AnyChange[]> {
  const stored = await ports.records.get('interchange', id);
  if (stored?.body.state !== 'received') return [];
  const rejected = taken.filter((one) => one.rejected);
  const findings = kept([...(finding ? [finding] : []), ...stored.body.findings, ...rejected.map(findingOf)]);
  const body: InterchangeRecord = {
    ...stored.body,
    ...answer,
    state: 'split',
    transactions: taken.length,
    rejected: rejected.length,
    findings,
  };
  const data = { interchangeId: id, partnerId, transactions: taken.length, rejected: rejected.length };
  const untold = finding ? await unansweredTold(ports, body, finding) : undefined;
  const exception =
    rejected.length > 0 ? await rejectionTold(ports, body, correspondent.partnerId, rejected) : undefined;
  return [
    {
      type: 'interchange',
      id,
      expect: stored.version,
      body,
      events: [{ name: 'interchange-received', data }],
    },
    ...(exception ? [exception] : []),
    ...(untold ? [untold] : []),
  ];
}

/** The partner waits for an acknowledgement that could not be written. */
const unansweredTold = (
  ports: Pick<ExchangePorts, 'exceptionChange'>,
  { id, partnerId = '', controlNumber }: InterchangeRecord,
  { message }: Finding,
): Promise<AnyChange | undefined> =>
  ports.exceptionChange({
    kind: 'document-rejected',
    cause: [id, 'unanswered'],
    title: `Interchange ${controlNumber} of partner ${partnerId} could not be acknowledged`,
    about: { partnerId, interchangeId: id },
    evidence: [{ what: 'acknowledgement', received: message.slice(0, 300) }],
  });

/** The first thing that is wrong with a rejected transaction. */
function findingOf({ answered, document }: Taken): Finding {
  const [worst] = document?.findings ?? [];
  return {
    code: worst?.code ?? answered.faults[0]?.standard.code ?? 'rejected',
    at: `transaction ${answered.reference} ${answered.type}`.slice(0, 120),
    message: (worst
      ? `${worst.at}: ${worst.message}`
      : (answered.faults[0]?.message ?? 'it is refused')
    ).slice(0, 500),
  };
}

/** One exception an interchange, however many are rejected: the same hand repairs them. */
function rejectionTold(
  ports: Pick<ExchangePorts, 'exceptionChange'>,
  { id, controlNumber, transactions }: InterchangeRecord,
  partnerId: string,
  rejected: readonly Taken[],
): Promise<AnyChange | undefined> {
  const [only] = rejected.length === 1 ? rejected : [];
  const documentId = only?.document?.id;
  return ports.exceptionChange({
    kind: 'document-rejected',
    cause: [id],
    title: `${rejected.length} of ${transactions} documents of partner ${partnerId} in interchange ${controlNumber} are rejected`,
    about: {
      partnerId,
      interchangeId: id,
      ...(documentId !== undefined && { partnerDocumentId: documentId }),
    },
    evidence: rejected.slice(0, 50).map((one) => {
      const { at, message } = findingOf(one);
      return { what: at.slice(0, 80), received: message.slice(0, 300) };
    }),
  });
}

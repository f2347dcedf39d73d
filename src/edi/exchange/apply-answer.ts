import {
  type Finding,
  type Interchange,
  type PartnerDocument,
  sentUnder,
} from '#core/canonical/interchange.ts';
import type { CorrelationId } from '#core/kernel/correlation.ts';
import { decideAgain } from '#core/kernel/decide-again.ts';
import type { AnyChange, StoredRecord } from '#core/kernel/records.ts';
import { ok, type Result } from '#core/kernel/result.ts';
import { plainNumber } from './arrived.ts';
import { overdueExceptionOf } from './chase-acknowledgements.ts';
import type { Correspondent } from './correspondent.ts';
import { kept } from './findings.ts';
import type { ExchangePorts } from './ports.ts';
import type { Answer, Verdict } from './read-answers.ts';

export interface AnswerTo {
  readonly correspondent: Correspondent;
  /** The interchange the answer came in. */
  readonly interchangeId: string;
  readonly answer: Answer;
  readonly correlationId: CorrelationId;
}

/**
 * Apply what a partner's acknowledgement says about something we sent.
 * 1. Find the interchange by the control number it names; nothing was sent under it: a person is told.
 * 2. Per document: accepted is delivered, rejected is refused.
 * 3. Commit interchange and documents with their events; a refused document stops the answer clock elsewhere (S15).
 * What stands already as the answer says stays as it is.
 */
export const applyAnswer = (ports: ExchangePorts, answered: AnswerTo): Promise<Result<void>> =>
  decideAgain(async () => {
    const { correspondent, answer, interchangeId, correlationId } = answered;
    const { partnerId, edi } = correspondent;
    const identifier = sentUnder(answer.level, partnerId, edi.usage, answer.reference);
    const sent = await ports.records.findByIdentifier('interchange', identifier);
    if (!sent) return toNothing(ports, answered);
    // An acknowledgement is never acknowledged: word about one of ours changes nothing.
    if (sent.body.isAcknowledgement) return ok(undefined);
    const documents = await ports.records.getMany('partner-document', sent.body.carries ?? []);
    const judged = documents.map((document) => ({ document, ...verdictOn(document.body, answer) }));
    const state = stateOf(
      judged.map(({ verdict }) => verdict),
      answer,
    );
    if (state === undefined || state === sent.body.state) return ok(undefined);
    const changes = [
      interchangeChange(sent, state, answered),
      ...judged.flatMap(({ document, verdict, notes }) => documentChange(document, verdict, notes)),
    ];
    const exception =
      state === 'accepted' ? undefined : await toldOfRefusal(ports, sent, judged, interchangeId);
    if (exception) changes.push(exception);
    const came = await ports.exceptionGone(
      overdueExceptionOf(sent.id),
      'The acknowledgement came after all.',
    );
    if (came) changes.push(came);
    return ports.records.commit({ changes, correlationId, causationId: interchangeId });
  });

interface Judged {
  readonly document: StoredRecord<'partner-document'>;
  readonly verdict: Verdict;
  readonly notes: readonly string[];
}

/** What is not named has the verdict on the whole. */
function verdictOn(
  { edi }: PartnerDocument,
  { verdict, notes, transactions }: Answer,
): Pick<Judged, 'verdict' | 'notes'> {
  if (verdict === 'rejected' && transactions.length === 0) return { verdict, notes };
  const reference = plainNumber(edi?.transactionReference ?? '');
  return transactions.find((one) => one.reference === reference) ?? { verdict, notes };
}

function stateOf(verdicts: readonly Verdict[], answer: Answer): Interchange['state'] | undefined {
  const rejected = verdicts.filter((verdict) => verdict === 'rejected').length;
  if (rejected > 0 && rejected === verdicts.length) return 'rejected';
  if (verdicts.every((verdict) => verdict === 'received')) return undefined;
  const clean = verdicts.every((verdict) => verdict === 'accepted') && answer.verdict === 'accepted';
  return clean ? 'accepted' : 'accepted_with_errors';
}

function interchangeChange(
  { id, version, body }: StoredRecord<'interchange'>,
  state: Interchange['state'],
  { correspondent, interchangeId, answer }: AnswerTo,
): AnyChange {
  const { partnerId } = correspondent;
  const findings = kept([...body.findings, ...answer.notes.map(findingOf)]);
  return {
    type: 'interchange',
    id,
    expect: version,
    body: { ...body, state, acknowledgementId: interchangeId, findings },
    events: [{ name: 'interchange-answered', data: { interchangeId: id, partnerId, state } }],
  };
}

const findingOf = (note: string): Finding => ({
  code: 'partner-says',
  at: (note.split('*')[0] ?? '').slice(0, 120),
  message: note.slice(0, 500),
});

function documentChange(
  { id, version, body }: StoredRecord<'partner-document'>,
  verdict: Verdict,
  notes: readonly string[],
): AnyChange[] {
  if (verdict === 'received') return [];
  const state = verdict === 'rejected' ? 'refused' : 'delivered';
  const findings = kept([...body.findings, ...notes.map(findingOf)]);
  const data = { partnerDocumentId: id, partnerId: body.partnerId, kind: body.kind, state };
  const changed: PartnerDocument = { ...body, state, findings };
  return [
    {
      type: 'partner-document',
      id,
      expect: version,
      body: changed,
      events: [{ name: 'partner-document-sent', data }],
    },
  ];
}

/** A refused order is told where its dialogue is kept; what belongs to no order is told here. */
async function toldOfRefusal(
  ports: Pick<ExchangePorts, 'exceptionChange'>,
  { id, body }: StoredRecord<'interchange'>,
  judged: readonly Judged[],
  answeredBy: string,
): Promise<AnyChange | undefined> {
  const refused = judged.filter(
    ({ verdict, document }) => verdict === 'rejected' && document.body.purchaseOrderId === undefined,
  );
  const [first] = refused;
  if (!first) return undefined;
  const { partnerId = '', controlNumber } = body;
  return ports.exceptionChange({
    kind: 'acknowledgement-rejecting',
    cause: [id],
    title: `Partner ${partnerId} rejects the ${first.document.body.kind} in our interchange ${controlNumber}`,
    about: { partnerId, interchangeId: id, partnerDocumentId: first.document.id },
    evidence: [
      { what: 'answered by', received: answeredBy },
      ...first.notes.slice(0, 20).map((note) => ({ what: 'the partner says', received: note.slice(0, 300) })),
    ],
  });
}

/** Word about something that was never sent. */
async function toNothing(
  ports: ExchangePorts,
  { correspondent: { partnerId }, interchangeId, answer, correlationId }: AnswerTo,
): Promise<Result<void>> {
  const message = `Partner ${partnerId} acknowledges ${answer.level} ${answer.reference}, which was never sent`;
  const stored = await ports.records.get('interchange', interchangeId);
  const exception = await ports.exceptionChange({
    kind: 'document-rejected',
    cause: ['acknowledges-nothing', interchangeId, answer.reference],
    title: message.slice(0, 300),
    about: { partnerId, interchangeId },
    evidence: [{ what: `control number of the ${answer.level}`, received: answer.reference }],
  });
  if (!stored || !exception) return ok(undefined);
  const finding = { code: 'acknowledges-nothing', at: `${answer.level} ${answer.reference}`, message };
  const body = { ...stored.body, findings: kept([finding, ...stored.body.findings]) };
  const changes: AnyChange[] = [
    { type: 'interchange', id: interchangeId, expect: stored.version, body },
    exception,
  ];
  return ports.records.commit({ changes, correlationId });
}

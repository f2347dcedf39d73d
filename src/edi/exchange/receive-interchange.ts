import type { Document } from '#core/canonical/document.ts';
import { decideAgain } from '#core/kernel/decide-again.ts';
import { type Problem, problem } from '#core/kernel/problem.ts';
import { ok, type Result } from '#core/kernel/result.ts';
import { admitInterchange } from './admit-interchange.ts';
import { refusalOf } from './answer-interchange.ts';
import { factsOf } from './arrived.ts';
import { findingOfFault } from './findings.ts';
import { identify } from './identify.ts';
import { exchangeLimits } from './limits.ts';
import type { ExchangePorts } from './ports.ts';
import { type FileArrival, quarantine, quarantineId } from './quarantine.ts';
import { eventsOf, type FileOutline, type Outline, outlineOf } from './read-file.ts';
import { refuseInterchange, settleAnswer } from './settle-answer.ts';
import { splitFile } from './split-file.ts';
import type { Splitting } from './split-interchange.ts';

/** What became of a file: its interchanges by how they ended. */
export interface ReceivedFile {
  readonly split: number;
  /** Answered again, refused, or split by an earlier run. */
  readonly settled: number;
  readonly quarantined: number;
}

/**
 * Receive a kept file of a partner, whatever is in it.
 * 1. Read its outline in a stream: every interchange with the faults of its transactions.
 * 2. Per interchange: find the partner and its agreement, or set it aside with the reason; admit it once by its
 *    control number.
 * 3. Read the file again and take the admitted ones apart: a canonical document and a record per transaction.
 * 4. Close each with the acknowledgement that names what became of every transaction.
 * A run that crashed is continued by the next: ids derive from the interchange, and what is kept stays as it is.
 */
export async function receiveInterchange(
  ports: ExchangePorts,
  file: FileArrival,
): Promise<Result<ReceivedFile>> {
  const outline = await outlineFile(ports, file);
  if ('code' in outline) return setFileAside(ports, file, outline);
  const counts = { split: 0, settled: 0, quarantined: 0 };
  const splittings = new Map<number, Splitting>();
  for (const [place, one] of outline.interchanges.entries()) {
    const began = await beginInterchange(ports, file, one, place);
    if (!began.ok) return began;
    if (began.value === 'quarantined') counts.quarantined += 1;
    else if (began.value === 'settled') counts.settled += 1;
    else splittings.set(place, began.value);
  }
  const split = await splitFile(ports, file.document.contentKey, splittings);
  if (!split.ok) return split;
  const settled = await settleDocument(ports, file, counts.quarantined === outline.interchanges.length);
  return settled.ok ? ok({ ...counts, split: splittings.size }) : settled;
}

/** The outline of a kept file, or why it cannot be read at all. */
async function outlineFile(ports: ExchangePorts, { document }: FileArrival): Promise<FileOutline | Problem> {
  const { fileBytes, transactionsPerFile } = exchangeLimits;
  if (document.sizeBytes > fileBytes)
    return problem('file-too-large', `it has ${document.sizeBytes} bytes; at most ${fileBytes} are taken`);
  const content = await ports.objects.read('documents', document.contentKey);
  if (!content) return problem('file-missing', `${document.contentKey} is gone`);
  const events = await eventsOf(content);
  if (!events) return problem('edi-unreadable', 'it begins with neither ISA nor UNA nor UNB');
  const outline = await outlineOf(events, transactionsPerFile);
  if (outline.transactions > transactionsPerFile)
    return problem('file-too-large', `it has more than ${transactionsPerFile} transactions`);
  if (outline.interchanges.length === 0) return problem('edi-unreadable', 'it holds no interchange');
  return outline;
}

async function setFileAside(
  ports: ExchangePorts,
  file: FileArrival,
  reason: Problem,
): Promise<Result<ReceivedFile>> {
  const { sha256 } = file.document;
  const aside = await quarantine(ports, {
    file,
    place: 0,
    sha256,
    facts: {},
    reason,
    kind: 'unreadable-interchange',
  });
  if (!aside.ok) return aside;
  const settled = await settleDocument(ports, file, true);
  return settled.ok ? ok({ split: 0, settled: 0, quarantined: 1 }) : settled;
}

/** Set one interchange aside, settle what was received before, or say how it is to be split. */
export async function beginInterchange(
  ports: ExchangePorts,
  file: FileArrival,
  { interchange, sha256 }: Outline,
  place: number,
): Promise<Result<Splitting | 'settled' | 'quarantined'>> {
  const identified = await identify(ports, interchange, file.key);
  if (identified.kind === 'aside') {
    const { exception: kind, reason, partnerId, correspondent } = identified;
    const findings = interchange.faults.map(findingOfFault);
    const facts = {
      ...factsOf(interchange),
      ...(partnerId !== undefined && { partnerId }),
      ...(correspondent && { agreementVersion: correspondent.version }),
    };
    const aside = await quarantine(ports, { file, place, sha256, facts, reason, findings, kind });
    if (!aside.ok) return aside;
    const refusal = correspondent && refusalOf(correspondent.edi, { ...interchange, outcome: 'rejected' });
    if (!correspondent || !refusal) return ok('quarantined');
    const { correlationId } = file;
    const told = await refuseInterchange(
      ports,
      { record: aside.value, correspondent, correlationId },
      refusal,
    );
    return told.ok ? ok('quarantined') : told;
  }
  const { correspondent } = identified;
  const arrived = { file, place, sha256, interchange: identified.interchange, correspondent };
  const admitted = await admitInterchange(ports, arrived);
  if (!admitted.ok) return admitted;
  const { correlationId } = file;
  if (admitted.value.kind === 'settled') {
    const settling = { record: admitted.value.record, correspondent, correlationId };
    const answered = await settleAnswer(ports, settling, identified.interchange);
    return answered.ok ? ok('settled') : answered;
  }
  const stored = await ports.records.get('interchange', admitted.value.id);
  if (!stored) throw new Error(`interchange ${admitted.value.id} was admitted and is gone`);
  return ok({ record: stored.body, correspondent, interchange: identified.interchange, correlationId });
}

/** The kept file is done with: used, or nothing of it could be. */
export const settleDocument = (
  { records }: ExchangePorts,
  { document: { id }, correlationId }: FileArrival,
  unusable: boolean,
): Promise<Result<void>> =>
  decideAgain(async () => {
    const stored = await records.get('document', id);
    if (!stored) return ok(undefined);
    const { rejection: _before, ...rest } = stored.body;
    const body: Document = unusable
      ? { ...rest, state: 'rejected', resultId: quarantineId(id, 0), rejection }
      : { ...rest, state: 'applied' };
    if (stored.body.state === body.state) return ok(undefined);
    return records.commit({
      changes: [{ type: 'document', id, expect: stored.version, body }],
      correlationId,
    });
  });

const rejection = { code: 'edi-unreadable', detail: 'No interchange of it could be taken; each says why.' };

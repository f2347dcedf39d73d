import type { Interchange } from '#core/canonical/interchange.ts';
import type { CorrelationId } from '#core/kernel/correlation.ts';
import { decideAgain } from '#core/kernel/decide-again.ts';
import { problem } from '#core/kernel/problem.ts';
import type { StoredRecord } from '#core/kernel/records.ts';
import { fail, ok, type Result } from '#core/kernel/result.ts';
import { admitInterchange } from './admit-interchange.ts';
import { receivedId } from './arrived.ts';
import { identify } from './identify.ts';
import { exchangeLimits } from './limits.ts';
import type { ExchangePorts } from './ports.ts';
import type { FileArrival } from './quarantine.ts';
import { eventsOf, outlineOf } from './read-file.ts';
import { settleDocument } from './receive-interchange.ts';
import { reprocessDocument } from './reprocess-document.ts';
import { settleAnswer } from './settle-answer.ts';
import { splitFile } from './split-file.ts';

export interface InterchangeToReprocess {
  readonly interchangeId: string;
  readonly correlationId: CorrelationId;
}

/** `interchangeId` is what it is known as now; `state` is what it came to. */
export type ReprocessedInterchange = Pick<Interchange, 'state'> & { readonly interchangeId: string };

/**
 * Set an interchange to work again, unchanged, after what kept it was repaired.
 * 1. Quarantined: find its partner by the directory and the agreement as they are now, admit it, take it apart.
 * 2. Refused because its control number was used before for other content: a person says it is to be taken. The same
 *    content was taken then, and stays refused.
 * 3. Taken apart already: every document of it that was rejected is read again, in order.
 * Problems: `not-found`, and what still keeps it, such as `partner-unknown`.
 */
export async function reprocessInterchange(
  ports: ExchangePorts,
  input: InterchangeToReprocess,
): Promise<Result<ReprocessedInterchange>> {
  const stored = await ports.records.get('interchange', input.interchangeId);
  if (stored?.body.direction !== 'in')
    return fail(problem('not-found', `there is no received interchange ${input.interchangeId}`));
  switch (stored.body.state) {
    case 'quarantined':
      return readQuarantined(ports, stored, input.correlationId);
    case 'refused':
    case 'received':
      return takeRefused(ports, stored, input.correlationId);
    case 'split':
      return rejectedAgain(ports, stored, input.correlationId);
    default:
      return ok({ interchangeId: stored.id, state: stored.body.state });
  }
}

/** The file it lies in, as it arrived. */
async function fileOf(
  { records }: ExchangePorts,
  { body }: StoredRecord<'interchange'>,
  correlationId: CorrelationId,
): Promise<Result<FileArrival>> {
  const document = body.documentId === undefined ? undefined : await records.get('document', body.documentId);
  if (!document) return fail(problem('file-missing', `the file of interchange ${body.id} is not kept`));
  const { fileName: key, arrival = '' } = body;
  return ok({ document: document.body, key, arrival, correlationId });
}

async function outlineAt({ objects }: ExchangePorts, { body }: StoredRecord<'interchange'>) {
  const content = await objects.read('documents', body.contentKey);
  const events = content && (await eventsOf(content));
  if (!events) return fail(problem('edi-unreadable', 'it begins with neither ISA nor UNA nor UNB'));
  const { interchanges } = await outlineOf(events, exchangeLimits.transactionsPerFile);
  const outline = interchanges[body.place ?? 0];
  return outline ? ok(outline) : fail(problem('edi-unreadable', 'it holds no interchange'));
}

async function readQuarantined(
  ports: ExchangePorts,
  stored: StoredRecord<'interchange'>,
  correlationId: CorrelationId,
): Promise<Result<ReprocessedInterchange>> {
  const file = await fileOf(ports, stored, correlationId);
  if (!file.ok) return file;
  const outline = await outlineAt(ports, stored);
  if (!outline.ok) return outline;
  const { interchange, sha256 } = outline.value;
  const identified = await identify(ports, interchange, file.value.key);
  if (identified.kind === 'aside') return fail(identified.reason);
  const { place = 0, contentKey } = stored.body;
  const { correspondent } = identified;
  const arrived = { file: file.value, place, sha256, interchange: identified.interchange, correspondent };
  const admitted = await admitInterchange(ports, arrived);
  if (!admitted.ok) return admitted;
  if (admitted.value.kind === 'settled') {
    const { record } = admitted.value;
    const settled = await settleAnswer(
      ports,
      { record, correspondent, correlationId },
      identified.interchange,
    );
    return settled.ok ? becomes(ports, stored, record.id, correlationId) : settled;
  }
  const record = await ports.records.get('interchange', admitted.value.id);
  if (!record) throw new Error(`interchange ${admitted.value.id} was admitted and is gone`);
  const splitting = {
    record: record.body,
    correspondent,
    interchange: identified.interchange,
    correlationId,
  };
  const split = await splitFile(ports, contentKey, new Map([[place, splitting]]));
  if (!split.ok) return split;
  const settled = await settleDocument(ports, file.value, false);
  return settled.ok ? becomes(ports, stored, record.id, correlationId) : settled;
}

/** A refused one is taken under its own id: its number stays with the one that came first. */
async function takeRefused(
  ports: ExchangePorts,
  stored: StoredRecord<'interchange'>,
  correlationId: CorrelationId,
): Promise<Result<ReprocessedInterchange>> {
  const outline = await outlineAt(ports, stored);
  if (!outline.ok) return outline;
  const identified = await identify(ports, outline.value.interchange, stored.body.fileName);
  if (identified.kind === 'aside') return fail(identified.reason);
  const { correspondent, interchange } = identified;
  const first = await ports.records.get('interchange', receivedId({ correspondent, interchange }));
  if (first && first.id !== stored.id && first.body.sha256 === stored.body.sha256)
    return stateOf(ports, stored.id);
  const begun = await decideAgain(async () => {
    const now = await ports.records.get('interchange', stored.id);
    if (now?.body.state !== 'refused') return ok(undefined);
    const body: Interchange = { ...now.body, state: 'received', agreementVersion: correspondent.version };
    return ports.records.commit({
      changes: [{ type: 'interchange', id: stored.id, expect: now.version, body }],
      correlationId,
    });
  });
  if (!begun.ok) return begun;
  const record: Interchange = { ...stored.body, state: 'received' };
  const splitting = { record, correspondent, interchange, correlationId };
  const { contentKey, place = 0 } = stored.body;
  const split = await splitFile(ports, contentKey, new Map([[place, splitting]]));
  return split.ok ? stateOf(ports, stored.id) : split;
}

async function rejectedAgain(
  ports: ExchangePorts,
  stored: StoredRecord<'interchange'>,
  correlationId: CorrelationId,
): Promise<Result<ReprocessedInterchange>> {
  for (const partnerDocumentId of await documentsOf(ports, stored)) {
    const again = await reprocessDocument(ports, { partnerDocumentId, correlationId });
    if (!again.ok) return again;
  }
  return stateOf(ports, stored.id);
}

/** The ids of its rejected documents in their order. */
async function documentsOf(
  { records }: ExchangePorts,
  { id, body }: StoredRecord<'interchange'>,
): Promise<readonly string[]> {
  const scope = body.partnerId ?? '';
  const found: { readonly id: string; readonly ordinal: string }[] = [];
  let cursor: string | undefined;
  do {
    const list = { list: 'partner-documents', scope, order: 'descending', limit: 500 } as const;
    const page = await records.list('partner-document', { ...list, ...(cursor !== undefined && { cursor }) });
    for (const { body: document } of page.entries)
      if (document.edi?.interchangeId === id && document.state === 'rejected') found.push(document);
    // Documents are committed after their interchange: what is older than it is none of its own.
    const last = page.entries.at(-1);
    cursor = last && last.body.at >= body.at ? page.cursor : undefined;
  } while (cursor !== undefined);
  return found.sort((a, b) => (a.ordinal < b.ordinal ? -1 : 1)).map((one) => one.id);
}

async function stateOf({ records }: ExchangePorts, id: string): Promise<Result<ReprocessedInterchange>> {
  const stored = await records.get('interchange', id);
  return stored
    ? ok({ interchangeId: id, state: stored.body.state })
    : fail(problem('not-found', `interchange ${id} is gone`));
}

/** What was set aside says what it became. */
async function becomes(
  ports: ExchangePorts,
  { id }: StoredRecord<'interchange'>,
  readAgainAs: string,
  correlationId: CorrelationId,
): Promise<Result<ReprocessedInterchange>> {
  const noted = await decideAgain(async () => {
    const stored = await ports.records.get('interchange', id);
    if (stored?.body.state !== 'quarantined') return ok(undefined);
    const body: Interchange = { ...stored.body, state: 'read_again', readAgainAs };
    return ports.records.commit({
      changes: [{ type: 'interchange', id, expect: stored.version, body }],
      correlationId,
    });
  });
  return noted.ok ? stateOf(ports, readAgainAs) : noted;
}

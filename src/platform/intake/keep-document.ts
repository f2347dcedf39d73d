import type { Document } from '#core/canonical/document.ts';
import type { Clock } from '#core/kernel/clock.ts';
import type { CorrelationId } from '#core/kernel/correlation.ts';
import { decideAgain } from '#core/kernel/decide-again.ts';
import { derivedId } from '#core/kernel/identifiers.ts';
import type { ObjectStore } from '#core/kernel/objects.ts';
import { problem } from '#core/kernel/problem.ts';
import type { Records, StoredRecord } from '#core/kernel/records.ts';
import { fail, ok, type Result } from '#core/kernel/result.ts';
import type { EventDraft } from '#events/catalogue.ts';
import {
  type Content,
  contentKeyOf,
  contentOf,
  keepContent,
  keepManifest,
  MOST_COPIED,
} from './kept-content.ts';

const ARRIVALS_REMEMBERED = 20;

export interface KeepPorts {
  readonly records: Records;
  readonly objects: ObjectStore;
  readonly clock: Clock;
}

export interface Arrival {
  readonly kind: Document['kind'];
  /** Key in the landing bucket. */
  readonly key: string;
  /** What tells one drop from another and is the same in every notification of it: S3's sequencer or ETag. */
  readonly drop: string;
  readonly from: string;
  readonly correlationId: CorrelationId;
}

export interface KeptDocument {
  readonly documentId: string;
  /** As it is now. */
  readonly document: Document;
  readonly correlationId: CorrelationId;
  /** Whether the content was new; otherwise it was kept before. */
  readonly first: boolean;
}

/**
 * Keep a dropped file unchanged, once by its content.
 * 1. Hash it in a stream.
 * 2. Copy it inside the store under its hash, with the manifest dropped beside it, and hash the copy: the file may
 *    have been replaced in between.
 * 3. Commit the document with its event, or, where the content is known, that it arrived again. What was rejected
 *    is open again then: under another name, beside another manifest or with the items known it may be good.
 *
 * Duplicate and late notifications of one drop change nothing. Problems: `file-missing` when the file was deleted
 * before it was read, `file-too-large` beyond 5 GiB.
 */
export async function keepDocument(ports: KeepPorts, arrival: Arrival): Promise<Result<KeptDocument>> {
  const content = await contentOf(ports.objects, 'landing', arrival.key);
  if (!content) return fail(problem('file-missing', `${arrival.key} was deleted before it was read`));
  if (content.sizeBytes > MOST_COPIED) {
    const detail = `${arrival.key} has ${content.sizeBytes} bytes; at most ${MOST_COPIED} are kept`;
    return fail(problem('file-too-large', detail));
  }
  const kept = await decideAgain(() => commitDocument(ports, arrival, content));
  if (!kept.ok) return kept;
  const { id, correlationId, body } = kept.value.document;
  return ok({ documentId: id, document: body, correlationId, first: kept.value.first });
}

interface Kept {
  readonly document: Pick<StoredRecord<'document'>, 'id' | 'body' | 'correlationId'>;
  readonly first: boolean;
}

async function commitDocument(ports: KeepPorts, arrival: Arrival, content: Content): Promise<Result<Kept>> {
  const id = `doc-${content.sha256}`;
  const known = await ports.records.get('document', id);
  if (known) return noteArrival(ports, arrival, known);
  const manifestKey = await manifestFor(ports.objects, arrival, contentKeyOf(content.sha256), 1);
  const kept = await keepContent(ports.objects, arrival.key, content);
  if (!kept.ok) return kept;
  const body: Document = {
    id,
    kind: arrival.kind,
    state: 'received',
    fileName: fileNameOf(arrival.key),
    sizeBytes: content.sizeBytes,
    sha256: content.sha256,
    contentKey: contentKeyOf(content.sha256),
    ...(manifestKey !== undefined && { manifestKey }),
    arrivals: 1,
    recentDrops: [dropId(arrival)],
    receivedAt: ports.clock.now(),
    receivedFrom: arrival.from.slice(0, 120),
  };
  const change = { type: 'document', id, expect: 'absent', body, events: [receivedEvent(body)] } as const;
  const { correlationId } = arrival;
  const committed = await ports.records.commit({ changes: [change], correlationId });
  return committed.ok ? ok({ document: { id, body, correlationId }, first: true }) : committed;
}

function receivedEvent({ id: documentId, kind, fileName, sizeBytes }: Document): EventDraft {
  return { name: 'document-received', data: { documentId, kind, fileName, sizeBytes } };
}

/** The same content again: one more arrival, unless this very drop was noted already; what was rejected is open again. */
async function noteArrival(
  ports: KeepPorts,
  arrival: Arrival,
  { id, version, correlationId, body: known }: StoredRecord<'document'>,
): Promise<Result<Kept>> {
  const drop = dropId(arrival);
  const recentDrops = known.recentDrops ?? [];
  if (recentDrops.includes(drop)) return ok({ document: { id, correlationId, body: known }, first: false });
  const arrived: Document = {
    ...known,
    arrivals: known.arrivals + 1,
    recentDrops: [drop, ...recentDrops].slice(0, ARRIVALS_REMEMBERED),
  };
  const isOpened = known.state === 'rejected';
  const body = isOpened ? await opened(ports, arrival, arrived) : arrived;
  const events = isOpened ? [receivedEvent(body)] : [];
  const committed = await ports.records.commit({
    changes: [{ type: 'document', id, expect: version, body, events }],
    correlationId,
  });
  return committed.ok ? ok({ document: { id, correlationId, body }, first: false }) : committed;
}

/** A rejected document as it is after another drop: all is as this one says, and what was rejected is a release of its own. */
async function opened({ objects, clock }: KeepPorts, arrival: Arrival, arrived: Document): Promise<Document> {
  const { rejection: _rejection, resultId: _result, manifestKey: _manifest, ...rest } = arrived;
  const manifestKey = await manifestFor(objects, arrival, rest.contentKey, rest.arrivals);
  return {
    ...rest,
    state: 'received',
    fileName: fileNameOf(arrival.key),
    ...(manifestKey !== undefined && { manifestKey }),
    attempt: (rest.attempt ?? 1) + 1,
    receivedAt: clock.now(),
    receivedFrom: arrival.from.slice(0, 120),
  };
}

/** Only forecast files have a manifest beside them. */
const manifestFor = async (
  objects: ObjectStore,
  { kind, key }: Arrival,
  contentKey: string,
  arrival: number,
) => (kind === 'forecast-file' ? keepManifest(objects, key, contentKey, arrival) : undefined);

const fileNameOf = (key: string): string => key.slice(key.lastIndexOf('/') + 1).slice(0, 300) || 'unnamed';

/** The same in every notification of one drop. */
export const dropId = ({ key, drop }: Pick<Arrival, 'key' | 'drop'>): string => derivedId('drop', key, drop);

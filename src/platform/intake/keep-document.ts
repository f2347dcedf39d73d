import { createHash } from 'node:crypto';
import type { Document } from '#core/canonical/document.ts';
import type { Clock } from '#core/kernel/clock.ts';
import type { CorrelationId } from '#core/kernel/correlation.ts';
import { decideAgain } from '#core/kernel/decide-again.ts';
import { derivedId } from '#core/kernel/identifiers.ts';
import type { ObjectStore } from '#core/kernel/objects.ts';
import { problem } from '#core/kernel/problem.ts';
import type { Records, StoredRecord } from '#core/kernel/records.ts';
import { fail, ok, type Result } from '#core/kernel/result.ts';
import { keptManifestKey, manifestKeysFor } from './manifest.ts';
import type { ReleaseWorkflow } from './ports.ts';

/** What one server-side copy can take; a larger file is refused where it lies. */
const MOST_COPIED = 5 * 1024 ** 3;
const ARRIVALS_REMEMBERED = 20;

export interface KeepPorts {
  readonly records: Records;
  readonly objects: ObjectStore;
  readonly clock: Clock;
  readonly workflow: ReleaseWorkflow;
}

export interface Arrival {
  /** Key in the landing bucket. */
  readonly key: string;
  /** What tells one drop from another and is the same in every notification of it: S3's sequencer or ETag. */
  readonly drop: string;
  readonly from: string;
  readonly correlationId: CorrelationId;
}

export interface KeptDocument {
  readonly documentId: string;
  readonly correlationId: CorrelationId;
  /** Whether the content was new; otherwise it was kept before and nothing happens a second time. */
  readonly first: boolean;
}

/**
 * Keep a dropped file unchanged, once by its content, and set it to work.
 * 1. Hash it in a stream.
 * 2. Copy it inside the store under its hash, with the manifest dropped beside it, and hash the copy: the file may
 *    have been replaced in between.
 * 3. Commit the document with its event, or, where the content is known, that it arrived again.
 * 4. Start its workflow by name, unless the document is done with. After a crash the next delivery of this drop
 *    starts it; after a workflow that failed for good the next drop does. Its steps do nothing twice.
 *
 * Duplicate and late notifications of one drop change nothing. Problems: `file-missing` when the file was deleted
 * before it was read, `file-too-large` beyond 5 GiB.
 */
export async function keepDocument(ports: KeepPorts, arrival: Arrival): Promise<Result<KeptDocument>> {
  const content = await hashOf(ports.objects, 'landing', arrival.key);
  if (!content) return fail(problem('file-missing', `${arrival.key} was deleted before it was read`));
  if (content.sizeBytes > MOST_COPIED) {
    const detail = `${arrival.key} has ${content.sizeBytes} bytes; at most ${MOST_COPIED} are kept`;
    return fail(problem('file-too-large', detail));
  }
  const kept = await decideAgain(() => commitDocument(ports, arrival, content));
  if (!kept.ok) return kept;
  const { id, correlationId, body } = kept.value.document;
  if (body.state === 'received' || body.state === 'in_progress') {
    await ports.workflow.start(startName(body), { documentId: id, correlationId });
  }
  return ok({ documentId: id, correlationId, first: kept.value.first });
}

/** The release's id; a later drop of what is still not done with starts afresh under a name of its own. */
const startName = ({ id, arrivals }: Document): string =>
  arrivals === 1 ? derivedId('fr', id) : `${derivedId('fr', id)}-${arrivals}`;

interface Content {
  readonly sha256: string;
  readonly sizeBytes: number;
}

interface Kept {
  readonly document: Pick<StoredRecord<'document'>, 'id' | 'body' | 'correlationId'>;
  readonly first: boolean;
}

async function commitDocument(ports: KeepPorts, arrival: Arrival, content: Content): Promise<Result<Kept>> {
  const id = `doc-${content.sha256}`;
  const known = await ports.records.get('document', id);
  if (known) return noteArrival(ports, arrival, known);
  const copied = await copyContent(ports.objects, arrival.key, content);
  if (!copied.ok) return copied;
  const body: Document = {
    id,
    kind: 'forecast-file',
    state: 'received',
    fileName: fileNameOf(arrival.key),
    sizeBytes: content.sizeBytes,
    sha256: content.sha256,
    contentKey: contentKeyOf(content.sha256),
    arrivals: 1,
    recentDrops: [dropId(arrival)],
    receivedAt: ports.clock.now(),
    receivedFrom: arrival.from.slice(0, 120),
  };
  const { kind, fileName, sizeBytes } = body;
  const data = { documentId: id, kind, fileName, sizeBytes };
  const committed = await ports.records.commit({
    changes: [
      { type: 'document', id, expect: 'absent', body, events: [{ name: 'document-received', data }] },
    ],
    correlationId: arrival.correlationId,
  });
  if (!committed.ok) return committed;
  return ok({ document: { id, body, correlationId: arrival.correlationId }, first: true });
}

/** The same content again: one more arrival, unless this very drop was noted already. */
async function noteArrival(
  { records }: KeepPorts,
  arrival: Arrival,
  known: StoredRecord<'document'>,
): Promise<Result<Kept>> {
  const drop = dropId(arrival);
  const recentDrops = known.body.recentDrops ?? [];
  if (recentDrops.includes(drop)) return ok({ document: known, first: false });
  const body: Document = {
    ...known.body,
    arrivals: known.body.arrivals + 1,
    recentDrops: [drop, ...recentDrops].slice(0, ARRIVALS_REMEMBERED),
  };
  const { id, version, correlationId } = known;
  const committed = await records.commit({
    changes: [{ type: 'document', id, expect: version, body }],
    correlationId,
  });
  return committed.ok ? ok({ document: { id, correlationId, body }, first: false }) : committed;
}

async function copyContent(objects: ObjectStore, key: string, { sha256 }: Content): Promise<Result<void>> {
  const contentKey = contentKeyOf(sha256);
  for (const manifestKey of manifestKeysFor(key)) {
    if ((await objects.size('landing', manifestKey)) === undefined) continue;
    const to = { bucket: 'documents', key: keptManifestKey(contentKey) } as const;
    await objects.copy({ bucket: 'landing', key: manifestKey }, to);
    break;
  }
  if ((await objects.size('landing', key)) === undefined) {
    return fail(problem('file-missing', `${key} was deleted while it was read`));
  }
  await objects.copy({ bucket: 'landing', key }, { bucket: 'documents', key: contentKey });
  const copy = await hashOf(objects, 'documents', contentKey);
  if (copy?.sha256 === sha256) return ok(undefined);
  return fail(problem('temporarily-unavailable', `${key} was replaced while it was read; it is read again`));
}

async function hashOf(
  objects: ObjectStore,
  bucket: 'landing' | 'documents',
  key: string,
): Promise<Content | undefined> {
  const size = await objects.size(bucket, key);
  if (size === undefined) return undefined;
  if (size > MOST_COPIED) return { sha256: '', sizeBytes: size };
  const content = await objects.read(bucket, key);
  if (!content) return undefined;
  const hash = createHash('sha256');
  let sizeBytes = 0;
  for await (const piece of content) {
    hash.update(piece);
    sizeBytes += piece.length;
  }
  return { sha256: hash.digest('hex'), sizeBytes };
}

const contentKeyOf = (sha256: string): string => `documents/${sha256}`;

const fileNameOf = (key: string): string => key.slice(key.lastIndexOf('/') + 1).slice(0, 300) || 'unnamed';

const dropId = ({ key, drop }: Arrival): string => derivedId('drop', key, drop);

import { decideAgain } from '#core/kernel/decide-again.ts';
import type { StoredRecord } from '#core/kernel/records.ts';
import { ok, type Result } from '#core/kernel/result.ts';
import type { ExceptionPorts } from '../exceptions/ports.ts';
import { listAll } from '../replenishment/list-all.ts';
import { settledDocument } from './settle-document.ts';

type Decided = StoredRecord<'exception'>;

/**
 * Reject what waits, because somebody decided that it never will be applied: the one document an exception is about,
 * or every document that waits for the code it is about. What is applied meanwhile stays; an interchange that was
 * set aside stays where it is.
 */
export async function rejectDocuments(ports: ExceptionPorts, exception: Decided): Promise<Result<void>> {
  for (const id of await waiting(ports, exception)) {
    const rejected = await decideAgain(() => reject(ports, exception, id));
    if (!rejected.ok) return rejected;
  }
  return ok(undefined);
}

async function waiting(
  { records }: ExceptionPorts,
  { body: { about } }: Decided,
): Promise<readonly string[]> {
  const { crossReferenceId, partnerDocumentId } = about;
  if (crossReferenceId === undefined) return partnerDocumentId === undefined ? [] : [partnerDocumentId];
  const ids: string[] = [];
  for await (const { id } of listAll(records, 'partner-document', 'documents-parked', crossReferenceId)) {
    ids.push(id);
  }
  return ids;
}

async function reject(
  { records }: ExceptionPorts,
  { id, body }: Decided,
  documentId: string,
): Promise<Result<void>> {
  const document = await records.get('partner-document', documentId);
  if (document?.body.state !== 'parked') return ok(undefined);
  const { by = 'unknown', reason = '' } = body.resolution ?? {};
  const message = `Rejected by ${by}: ${reason}`.slice(0, 500);
  return records.commit({
    changes: [
      settledDocument(document, {
        state: 'rejected',
        findings: [{ code: 'code-unknown', at: 'item', message }],
      }),
    ],
    correlationId: document.correlationId,
    causationId: id,
  });
}

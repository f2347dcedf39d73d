import type { PartnerDocument } from '#core/canonical/interchange.ts';
import { problem } from '#core/kernel/problem.ts';
import type { AnyChange, StoredRecord } from '#core/kernel/records.ts';
import { fail, ok, type Result } from '#core/kernel/result.ts';
import type { DocumentToApply, LedgerPorts } from './matching-ports.ts';
import { settledDocument } from './settle-document.ts';

export type StoredDocument = StoredRecord<'partner-document'>;

/** What deciding about a document came to: commits in this order, each harmless if what follows never comes. */
export interface Decided {
  readonly commits: readonly (readonly AnyChange[])[];
}

/** One commit. */
export const atOnce = (...changes: readonly AnyChange[]): Decided => ({ commits: [changes] });

/**
 * Apply a document of one of these kinds, once.
 * 1. One that is applied, parked or rejected already is left alone: the event came twice.
 * 2. A test document is read and found good; nothing of it is applied.
 * 3. Commit what `decide` says.
 * Problems: `not-found`, and those of `decide` and of committing.
 */
export async function applyReceived(
  { records }: Pick<LedgerPorts, 'records'>,
  { partnerDocumentId, correlationId }: DocumentToApply,
  kinds: readonly PartnerDocument['kind'][],
  decide: (document: StoredDocument) => Promise<Result<Decided>>,
): Promise<Result<void>> {
  const document = await records.get('partner-document', partnerDocumentId);
  if (!document || !kinds.includes(document.body.kind)) {
    return fail(problem('not-found', `There is no ${kinds.join(' or ')} ${partnerDocumentId}.`));
  }
  if (document.body.state !== 'received') return ok(undefined);
  const decided = document.body.test ? ok(tried(document)) : await decide(document);
  if (!decided.ok) return decided;
  const under = { correlationId: document.correlationId, causationId: correlationId };
  for (const changes of decided.value.commits) {
    const committed = await records.commit({ changes, ...under });
    if (!committed.ok) return committed;
  }
  return ok(undefined);
}

const tried = (document: StoredDocument): Decided => atOnce(settledDocument(document, { state: 'applied' }));

import type { CorrelationId } from '#core/kernel/correlation.ts';
import { decideAgain } from '#core/kernel/decide-again.ts';
import { ok, type Result } from '#core/kernel/result.ts';
import type { ExchangePorts } from './ports.ts';

const A_PAGE = 100;

export interface CodeKnown {
  readonly crossReferenceId: string;
  readonly correlationId: CorrelationId;
}

/**
 * Set the documents to work again that waited for a code.
 * 1. Take them in the order they came in.
 * 2. Commit each as received, unchanged, with the event that it is there.
 * One that was settled meanwhile stays as it is.
 */
export async function releaseParkedDocuments(
  ports: Pick<ExchangePorts, 'records'>,
  { crossReferenceId, correlationId }: CodeKnown,
): Promise<Result<{ readonly released: number }>> {
  const waiting: string[] = [];
  let cursor: string | undefined;
  do {
    const page = await ports.records.list('partner-document', {
      list: 'documents-parked',
      scope: crossReferenceId,
      limit: A_PAGE,
      ...(cursor !== undefined && { cursor }),
    });
    waiting.push(...page.entries.map(({ id }) => id));
    cursor = page.cursor;
  } while (cursor !== undefined);
  for (const id of waiting) {
    const released = await decideAgain(() => release(ports, id, { crossReferenceId, correlationId }));
    if (!released.ok) return released;
  }
  return ok({ released: waiting.length });
}

async function release(
  { records }: Pick<ExchangePorts, 'records'>,
  id: string,
  { crossReferenceId, correlationId }: CodeKnown,
): Promise<Result<void>> {
  const stored = await records.get('partner-document', id);
  if (stored?.body.state !== 'parked' || stored.body.waitsFor !== crossReferenceId) return ok(undefined);
  const { waitsFor: _known, ...rest } = stored.body;
  const data = { partnerDocumentId: id, partnerId: rest.partnerId, kind: rest.kind };
  return records.commit({
    changes: [
      {
        type: 'partner-document',
        id,
        expect: stored.version,
        body: { ...rest, state: 'received', findings: [] },
        events: [{ name: 'partner-document-received', data }],
      },
    ],
    correlationId,
    causationId: crossReferenceId,
  });
}

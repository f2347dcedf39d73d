import type { CorrelationId } from '#core/kernel/correlation.ts';
import { decideAgain } from '#core/kernel/decide-again.ts';
import { type Problem, problem } from '#core/kernel/problem.ts';
import { fail, ok, type Result } from '#core/kernel/result.ts';
import type { ForecastingPorts } from './ports.ts';

/** Say on a document why nothing of it was applied; a document that was rejected before keeps its first reason. */
export const rejectDocument = (
  { records }: Pick<ForecastingPorts, 'records'>,
  documentId: string,
  { code, detail }: Problem,
  correlationId: CorrelationId,
): Promise<Result<void>> =>
  decideAgain(async () => {
    const document = await records.get('document', documentId);
    if (!document) return fail(problem('not-found', `there is no document ${documentId}`));
    if (document.body.state === 'rejected') return ok(undefined);
    const rejection = { code, detail: detail.slice(0, 1000) };
    const data = { documentId, ...rejection };
    return records.commit({
      changes: [
        {
          type: 'document',
          id: documentId,
          expect: document.version,
          body: { ...document.body, state: 'rejected', rejection },
          events: [{ name: 'document-rejected', data }],
        },
      ],
      correlationId,
      causationId: documentId,
    });
  });

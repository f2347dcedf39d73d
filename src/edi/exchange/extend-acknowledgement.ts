import { decideAgain } from '#core/kernel/decide-again.ts';
import { problem } from '#core/kernel/problem.ts';
import type { StoredRecord } from '#core/kernel/records.ts';
import { fail, ok, type Result } from '#core/kernel/result.ts';
import { correspondentOf } from './correspondent.ts';
import type { ExchangePorts } from './ports.ts';

/**
 * Give a partner its whole time to acknowledge an interchange once more, from the decision on. What was acknowledged
 * meanwhile stays. Problems: `not-found`, `partner-unknown`, `document-not-agreed`.
 */
export const extendAcknowledgement = (
  ports: Pick<ExchangePorts, 'records' | 'settings' | 'clock'>,
  exception: StoredRecord<'exception'>,
): Promise<Result<void>> =>
  decideAgain(async () => {
    const { about, resolution } = exception.body;
    const stored = await ports.records.get('interchange', about.interchangeId ?? '');
    if (!stored) return fail(problem('not-found', `exception ${exception.id} is about no interchange`));
    const { id, version, body, correlationId } = stored;
    if (body.state !== 'overdue') return ok(undefined);
    const correspondent = await correspondentOf(ports, body.partnerId ?? '');
    if (!correspondent.ok) return correspondent;
    const minutes = correspondent.value.edi.acknowledgements.expectWithinMinutes ?? 60;
    const from = resolution?.at ?? ports.clock.now();
    const acknowledgementDueAt = new Date(Date.parse(from) + minutes * 60_000).toISOString();
    return ports.records.commit({
      changes: [
        { type: 'interchange', id, expect: version, body: { ...body, state: 'sent', acknowledgementDueAt } },
      ],
      correlationId,
      causationId: exception.id,
    });
  });

/** Interchanges that a partner collects itself, over HTTPS. */
import type { Interchange } from '#core/canonical/interchange.ts';
import type { Actor, CorrelationId } from '#core/kernel/correlation.ts';
import { decideAgain } from '#core/kernel/decide-again.ts';
import { problem } from '#core/kernel/problem.ts';
import type { Page, StoredRecord } from '#core/kernel/records.ts';
import { fail, ok, type Result } from '#core/kernel/result.ts';
import type { ExchangePorts } from './ports.ts';

/** Whether it is there for its partner and was not collected yet. */
export const isWaiting = ({ direction, transport, state, collectedAt }: Interchange): boolean =>
  direction === 'out' && transport === 'https' && state !== 'prepared' && collectedAt === undefined;

/** A page of what waits for a partner, the oldest first; a page may be empty and still have a cursor. */
export async function listWaiting(
  { records }: Pick<ExchangePorts, 'records'>,
  partnerId: string,
  { limit, cursor }: { readonly limit: number; readonly cursor?: string },
): Promise<Page<StoredRecord<'interchange'>>> {
  const page = await records.list('interchange', {
    list: 'interchanges-by-partner',
    scope: partnerId,
    order: 'ascending',
    limit,
    ...(cursor !== undefined && { cursor }),
  });
  return { ...page, entries: page.entries.filter(({ body }) => isWaiting(body)) };
}

export interface Collected {
  readonly interchange: Interchange;
  readonly content: AsyncIterable<Uint8Array>;
}

/**
 * Give a partner an interchange of ours, as often as it asks, and note when it did so first, and who. Problems: `not-found`
 * for what is not there, not ready yet, or another's.
 */
export const collectInterchange = (
  { records, objects, clock }: Pick<ExchangePorts, 'records' | 'objects' | 'clock'>,
  {
    partnerId,
    interchangeId,
    correlationId,
    actor,
    from,
  }: {
    readonly partnerId: string;
    readonly interchangeId: string;
    readonly correlationId: CorrelationId;
    readonly actor: Actor;
    /** Source address, for the audit record. */
    readonly from?: string;
  },
): Promise<Result<Collected>> =>
  decideAgain(async () => {
    const stored = await records.get('interchange', interchangeId);
    const missing = fail(problem('not-found', `there is no interchange ${interchangeId} for you`));
    if (!stored) return missing;
    const { body } = stored;
    if (body.partnerId !== partnerId || body.direction !== 'out' || body.state === 'prepared') return missing;
    const content = await objects.read('documents', body.contentKey);
    if (!content) return missing;
    if (body.collectedAt !== undefined) return ok({ interchange: body, content });
    const interchange = { ...body, collectedAt: clock.now() };
    const change = {
      type: 'interchange',
      id: interchangeId,
      expect: stored.version,
      body: interchange,
    } as const;
    const target = { type: 'interchange', id: interchangeId } as const;
    const audit = { actor, action: 'collect-interchange', target, ...(from === undefined ? {} : { from }) };
    const committed = await records.commit({ changes: [change], correlationId, audit });
    return committed.ok ? ok({ interchange, content }) : committed;
  });

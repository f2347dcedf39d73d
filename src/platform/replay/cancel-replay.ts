import type { Replay } from '#core/canonical/replay.ts';
import type { StoredRecord } from '#core/kernel/records.ts';
import type { Result } from '#core/kernel/result.ts';
import type { EventDraft } from '#events/catalogue.ts';
import { type CancelWish, cancelJob, type JobPorts } from '../jobs/cancel-job.ts';

/**
 * Stop a running replay: its worker finds out when it next notes how far it is. What was sent stays sent. Cancelled
 * already is answered as it is. Problems: `not-found`, `state-not-allowed` once it is through.
 */
export const cancelReplay = (
  ports: JobPorts,
  { replayId: id, ...wish }: CancelWish & { readonly replayId: string },
): Promise<Result<StoredRecord<'replay'>>> =>
  cancelJob(
    ports,
    { type: 'replay', id, action: 'cancel-replay' },
    wish,
    ({ version, body: before }, cancelled) => {
      const { leaseUntil: _worker, ...rest } = before;
      const body = { ...rest, ...cancelled };
      return { type: 'replay', id, expect: version, body, events: [finishedEvent(body)] };
    },
  );

/** What is told when a replay is over. */
export const finishedEvent = ({ id, consumer, state, counts: { sent } }: Replay): EventDraft => ({
  name: 'replay-finished',
  data: { replayId: id, consumer, state, sent },
});

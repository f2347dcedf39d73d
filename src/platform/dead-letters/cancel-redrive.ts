import type { StoredRecord } from '#core/kernel/records.ts';
import type { Result } from '#core/kernel/result.ts';
import { type CancelWish, cancelJob, type JobPorts } from '../jobs/cancel-job.ts';
import { finishedEvent } from './tell.ts';

/**
 * Stop a running redrive: its worker sees it before the next messages it would send. What was sent stays sent.
 * Cancelled already is answered as it is. Problems: `not-found`, `state-not-allowed` once it is through.
 */
export const cancelRedrive = (
  ports: JobPorts,
  { redriveId: id, ...wish }: CancelWish & { readonly redriveId: string },
): Promise<Result<StoredRecord<'redrive'>>> =>
  cancelJob(
    ports,
    { type: 'redrive', id, action: 'cancel-redrive' },
    wish,
    ({ version, body: before }, cancelled) => {
      const { leaseUntil: _worker, ...rest } = before;
      const body = { ...rest, ...cancelled };
      return { type: 'redrive', id, expect: version, body, events: [finishedEvent(body)] };
    },
  );

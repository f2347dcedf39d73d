import { setTimeout as pause } from 'node:timers/promises';
import * as z from 'zod';
import { problem } from '#core/kernel/problem.ts';
import { fail, ok, type Result } from '#core/kernel/result.ts';
import type { SystemDocument } from '#platform/posting/system-of-record.ts';
import type { TrytonClient } from './client.ts';
import { recordNumber } from './native-numbers.ts';
import { type PurchaseHead, readHead, systemOrder, unlessChanged } from './order-state.ts';

/** `confirm` answers before the ERP has processed the order: how often and how long we look for it. */
const LOOKS = 25;
const LOOK_AGAIN_MS = 200;

/**
 * Make a draft binding: quote it, confirm it, wait until the ERP processes it. Each step is taken only where it is
 * still to be taken, so that doing it again goes on where it was left.
 */
export async function confirmOrder(client: TrytonClient, nativeId: string): Promise<Result<SystemDocument>> {
  const number = recordNumber(nativeId);
  const read = number === undefined ? ok(undefined) : await readHead(client, number);
  if (!read.ok) return read;
  const head = read.value;
  if (!head) return fail(problem('system-refused', `There is no purchase ${nativeId} in the ERP.`));
  if (head.state === 'cancelled') {
    return fail(problem('system-refused', `Purchase ${nativeId} is cancelled in the ERP.`));
  }
  if (head.state === 'draft') {
    const quoted = await transition(client, 'quote', head);
    if (!quoted.ok) return quoted;
  }
  if (head.state === 'draft' || head.state === 'quotation') {
    // No timestamp: quoting moved it, and a quotation can be changed only after it is made a draft again, which the
    // ERP leaves unconfirmed.
    const confirmed = await transition(client, 'confirm', { id: head.id });
    if (!confirmed.ok) return confirmed;
  }
  return untilProcessed(client, head.id);
}

const transition = (
  client: TrytonClient,
  name: 'quote' | 'confirm' | 'cancel',
  head: PurchaseHead | Pick<PurchaseHead, 'id'>,
): Promise<Result<unknown>> =>
  client.write({
    method: `model.purchase.purchase.${name}`,
    params: [[head.id]],
    answer: z.unknown(),
    ...('_timestamp' in head ? { context: unlessChanged(head) } : {}),
  });

async function untilProcessed(client: TrytonClient, id: number): Promise<Result<SystemDocument>> {
  for (let look = 1; ; look += 1) {
    const read = await readHead(client, id);
    // It was confirmed; what can no longer be said is under which number.
    if (!read.ok) return fail(problem('outcome-unknown', `Purchase ${id} was confirmed and cannot be read.`));
    const head = read.value;
    if (head?.state === 'processing' || head?.state === 'done') return ok(systemOrder(head));
    if (head?.state !== 'confirmed') {
      return fail(problem('system-stale', `Purchase ${id} was changed in the ERP while it was confirmed.`));
    }
    // Confirmed binds already; that the ERP has not processed it yet is its own business.
    if (look === LOOKS) return ok(systemOrder(head));
    await pause(LOOK_AGAIN_MS);
  }
}

/** Cancel a draft. The ERP skips an order that is no longer one without a word, so the outcome is read. */
export async function cancelOrder(client: TrytonClient, nativeId: string): Promise<Result<void>> {
  const number = recordNumber(nativeId);
  const read = number === undefined ? ok(undefined) : await readHead(client, number);
  if (!read.ok) return read;
  const head = read.value;
  if (!head || head.state === 'cancelled') return ok(undefined);
  const cancelled = isDraft(head) ? await transition(client, 'cancel', head) : ok(undefined);
  if (!cancelled.ok) return cancelled;
  const after = isDraft(head) ? await readHead(client, head.id) : ok(head);
  if (!after.ok) return after;
  if (!after.value || after.value.state === 'cancelled') return ok(undefined);
  return fail(
    problem('system-refused', `Purchase ${head.number ?? nativeId} is ${after.value.state} in the ERP.`),
  );
}

const isDraft = ({ state }: PurchaseHead): boolean => state === 'draft' || state === 'quotation';

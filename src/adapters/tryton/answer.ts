import * as z from 'zod';
import { type Problem, problem } from '#core/kernel/problem.ts';
import { fail, ok, type Result } from '#core/kernel/result.ts';
import type { Delivery } from './transport.ts';

/** Whether doing it twice would change anything: a lost answer to a `read` is no harm. */
export type Effect = 'read' | 'write';

/** The session is over, or the call came without one. Nothing was done. */
export interface SessionOver {
  readonly sessionOver: true;
}

const envelope = z.union([
  z.object({ error: z.array(z.unknown()).min(1) }),
  z.object({ result: z.unknown() }),
]);

/** What a call came to. Problems: those of the port of a system of record. */
export function readAnswer(delivery: Delivery, effect: Effect): Result<unknown> | SessionOver {
  if (delivery.kind === 'not-sent') return fail(unavailable(`no connection (${delivery.why})`));
  if (delivery.kind === 'lost') return fail(lost(effect, delivery.why));
  const { status, body, retryAfterSeconds } = delivery;
  if (status === 401) return { sessionOver: true };
  if (status === 429) return fail(throttled(retryAfterSeconds));
  // What stands between us and the ERP gave up waiting: the ERP may have gone on.
  if (status === 502 || status === 504) return fail(lost(effect, `HTTP ${status}`));
  if (status >= 500) return fail(unavailable(`HTTP ${status}`, retryAfterSeconds));
  if (status !== 200) return fail(problem('system-refused', `The ERP refuses the call with HTTP ${status}.`));
  const parsed = envelope.safeParse(parsedJson(body));
  if (!parsed.success) return fail(lost(effect, 'an answer that is no answer of Tryton'));
  return 'error' in parsed.data ? fail(problemOf(parsed.data.error)) : ok(parsed.data.result);
}

const userError = z.tuple([z.literal('UserError'), z.tuple([z.string(), z.string()]).rest(z.unknown())]);
const userWarning = z.tuple([
  z.literal('UserWarning'),
  z.tuple([z.string(), z.string(), z.string()]).rest(z.unknown()),
]);

/** An error comes with HTTP 200; its first part says which. All of them were rolled back. */
function problemOf(error: readonly unknown[]): Problem {
  const [name] = error;
  const refused = userError.safeParse(error);
  if (refused.success) return problem('system-refused', sentence(refused.data[1][0], refused.data[1][1]));
  const warned = userWarning.safeParse(error);
  if (warned.success) return problem('system-refused', sentence(warned.data[1][1], warned.data[1][2]));
  if (name === 'ConcurrencyException') {
    return problem('system-stale', 'The record changed in the ERP since it was read.');
  }
  if (name === 'LoginException') {
    return problem('system-credentials', 'The ERP asks for more than a password.');
  }
  return unavailable(`an error of its own: ${String(name).slice(0, 200)}`);
}

const sentence = (message: string, description: string): string =>
  [message, description]
    .filter((part) => part !== '')
    .join(' ')
    .slice(0, 900);

const unavailable = (why: string, retryAfterSeconds?: number): Problem =>
  problem(
    'system-unavailable',
    `The ERP does not answer: ${why}.`,
    retryAfterSeconds === undefined ? {} : { retryAfterSeconds },
  );

const throttled = (retryAfterSeconds = 5): Problem =>
  problem('system-throttled', 'The ERP asks for fewer calls.', { retryAfterSeconds });

const lost = (effect: Effect, why: string): Problem =>
  effect === 'write'
    ? problem('outcome-unknown', `The answer of the ERP was lost (${why}); it may have done what was asked.`)
    : unavailable(why);

function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

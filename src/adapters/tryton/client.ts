/** Calls to one Tryton over JSON-RPC, as one user. */
import type * as z from 'zod';
import { beforeOutsideChange } from '#adapters/dry-run/dry-run.ts';
import { problem } from '#core/kernel/problem.ts';
import { fail, ok, type Result } from '#core/kernel/result.ts';
import { type Effect, readAnswer } from './answer.ts';
import { ANSWER_WITHIN_MS, type Connection, rpcUrl, type Session, sessionKeeper } from './session.ts';
import { post } from './transport.ts';

/** What a call adds to the session's context, such as `{ active_test: false }`. */
export type CallContext = Readonly<Record<string, unknown>>;

/** One method, such as `model.purchase.purchase.search_read`, with its parameters but the context. */
export interface Call<T> {
  readonly method: string;
  readonly params: readonly unknown[];
  /** What the answer must be. */
  readonly answer: z.ZodType<T>;
  readonly context?: CallContext;
}

/**
 * Problems: `system-unavailable`, `system-throttled`, `system-credentials`, `system-refused` (in the ERP's words) and
 * `system-stale` when nothing was done; `outcome-unknown` when a `write` may have been done and its answer is lost.
 */
export interface TrytonClient {
  /** A call that changes nothing: it may be made again. */
  read<T>(call: Call<T>): Promise<Result<T>>;
  write<T>(call: Call<T>): Promise<Result<T>>;
}

/** The session is opened by the first call, and once more when the ERP has ended it. */
export function trytonClient(connection: Connection): TrytonClient {
  const keeper = sessionKeeper(connection);
  const url = rpcUrl(connection);
  const within = connection.answerWithinMs ?? ANSWER_WITHIN_MS;

  const attempt = async <T>(session: Session, { method, params, context }: Call<T>, effect: Effect) => {
    const body = JSON.stringify({ id: 1, method, params: [...params, { ...session.context, ...context }] });
    return readAnswer(await post(url, body, { authorization: session.authorization }, within), effect);
  };

  const run = async <T>(call: Call<T>, effect: Effect): Promise<Result<T>> => {
    for (let opened = 0; opened < 2; opened += 1) {
      const session = await keeper.get();
      if (!session.ok) return session;
      const answer = await attempt(session.value, call, effect);
      if (!('sessionOver' in answer)) return answer.ok ? understood(call, effect, answer.value) : answer;
      await keeper.forget(session.value);
    }
    return fail(problem('system-credentials', 'The ERP ends every session it has just opened for us.'));
  };

  return {
    read: (call) => run(call, 'read'),
    write: async (call) => {
      beforeOutsideChange('go to the ERP', `${call.method}: what follows depends on its answer`);
      return run(call, 'write');
    },
  };
}

/** A write whose answer we do not understand has happened all the same; not to understand a read is a bug. */
function understood<T>({ method, answer }: Call<T>, effect: Effect, value: unknown): Result<T> {
  const parsed = answer.safeParse(value);
  if (parsed.success) return ok(parsed.data);
  const fault = `${method} answered what we do not understand: ${parsed.error.issues[0]?.path.join('.')} ${parsed.error.issues[0]?.message}`;
  if (effect === 'write') return fail(problem('outcome-unknown', fault.slice(0, 500)));
  throw new Error(fault.slice(0, 500));
}

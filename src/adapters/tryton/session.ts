import * as z from 'zod';
import type { Clock } from '#core/kernel/clock.ts';
import { type Problem, problem } from '#core/kernel/problem.ts';
import { fail, ok, type Result } from '#core/kernel/result.ts';
import { readAnswer } from './answer.ts';
import { type Delivery, post } from './transport.ts';

export interface Connection {
  /** Such as `https://erp.example.com`, without the database. */
  readonly endpoint: string;
  readonly database: string;
  readonly credential: { readonly user: string; readonly password: string };
  readonly clock: Clock;
  /** How long a whole answer may take. */
  readonly answerWithinMs?: number;
}

export interface Session {
  readonly authorization: string;
  /** What every call says about whom it works for: company, language, groups. */
  readonly context: Readonly<Record<string, unknown>>;
}

export const ANSWER_WITHIN_MS = 30_000;

/** Tryton locks an account for five minutes after five wrong passwords: a refused one is not shown again for ten. */
const REFUSED_FOR_MS = 600_000;

const loginAnswer = z.tuple([z.int(), z.string()]).rest(z.unknown());
const preferences = z.looseObject({ company: z.int().nullable() });

export const rpcUrl = ({ endpoint, database }: Connection): string =>
  `${endpoint.replace(/\/+$/, '')}/${encodeURIComponent(database)}/rpc/`;

/** Keeps one session for everybody; calls that need one at the same time wait for the same login. */
export function sessionKeeper(connection: Connection) {
  let current: Promise<Result<Session>> | undefined;
  let refusal: { readonly until: number; readonly problem: Problem } | undefined;

  const logIn = async (): Promise<Result<Session>> => {
    const now = Date.parse(connection.clock.now());
    if (refusal && now < refusal.until) return fail(refusal.problem);
    const opened = await open(connection);
    if (!opened.ok && opened.problem.code === 'system-credentials') {
      refusal = { until: now + REFUSED_FOR_MS, problem: opened.problem };
    }
    return opened;
  };
  return {
    async get(): Promise<Result<Session>> {
      current ??= logIn();
      const asked = current;
      const session = await asked;
      if (!session.ok && current === asked) current = undefined;
      return session;
    },
    /** The ERP no longer knows this session; another that was opened since stays. */
    async forget(session: Session): Promise<void> {
      const kept = current;
      const known = await kept;
      if (known?.ok && known.value === session && current === kept) current = undefined;
    },
  };
}

async function open(connection: Connection): Promise<Result<Session>> {
  const { user, password } = connection.credential;
  const login = await call(connection, {}, 'common.db.login', [user, { password }, 'en']);
  const [uid, token] = loginAnswer.safeParse(login.ok ? login.value : undefined).data ?? [];
  if (!login.ok) return login;
  if (uid === undefined) return fail(problem('system-credentials', 'The ERP opens no session for us.'));
  const key = Buffer.from(`${user}:${uid}:${token}`).toString('base64');
  const authorization = `Session ${key}`;
  const asked = await call(connection, { authorization }, 'model.res.user.get_preferences', [true, {}]);
  if (!asked.ok) return asked;
  const context = preferences.parse(asked.value);
  if (context.company === null) {
    return fail(problem('system-credentials', `The user ${user} has no company in the ERP.`));
  }
  return ok({ authorization, context });
}

async function call(
  connection: Connection,
  headers: Readonly<Record<string, string>>,
  method: string,
  params: readonly unknown[],
): Promise<Result<unknown>> {
  const body = JSON.stringify({ id: 1, method, params });
  const within = connection.answerWithinMs ?? ANSWER_WITHIN_MS;
  const delivery = await post(rpcUrl(connection), body, headers, within);
  if (isRefusedLogin(delivery)) return fail(refused(connection.credential.user, delivery));
  const answer = readAnswer(delivery, 'read');
  return 'sessionOver' in answer ? fail(refused(connection.credential.user, delivery)) : answer;
}

/** A login is refused with 401, and with 429 once the account is locked after too many of them. */
const isRefusedLogin = (delivery: Delivery): boolean =>
  delivery.kind === 'answered' && (delivery.status === 401 || delivery.status === 429);

const refused = (user: string, delivery: Delivery): Problem =>
  problem(
    'system-credentials',
    delivery.kind === 'answered' && delivery.status === 429
      ? `The ERP has locked the account ${user} after too many refused logins.`
      : `The ERP refuses the password of ${user}.`,
  );

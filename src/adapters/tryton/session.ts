import * as z from 'zod';
import type { Clock } from '#core/kernel/clock.ts';
import { type Problem, problem } from '#core/kernel/problem.ts';
import { fail, ok, type Result } from '#core/kernel/result.ts';
import { readAnswer } from './answer.ts';
import { post } from './transport.ts';

export interface Connection {
  /** Such as `https://erp.example.com`, without the database. */
  readonly endpoint: string;
  readonly database: string;
  /** Undefined when the secret is none that Tryton takes: no login is tried. */
  readonly credential: { readonly user: string; readonly password: string } | undefined;
  /** The company to work for; the user's own when left out. */
  readonly company?: number;
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
const preferences = z.looseObject({ company: z.int().nullable(), companies: z.array(z.int()) });

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
  const { credential } = connection;
  if (!credential) return fail(problem('system-credentials', 'The ERP wants a user with a password.'));
  const { user, password } = credential;
  const login = await call(connection, user, 'common.db.login', [user, { password }, 'en']);
  if (!login.ok) return login;
  const [uid, token] = loginAnswer.safeParse(login.value).data ?? [];
  if (uid === undefined) return fail(problem('system-credentials', `The ERP opens no session for ${user}.`));
  const authorization = `Session ${Buffer.from(`${user}:${uid}:${token}`).toString('base64')}`;
  const asked = await call(connection, user, 'model.res.user.get_preferences', [true, {}], { authorization });
  if (!asked.ok) return asked;
  const context = contextFor(connection.company, asked.value);
  if (context) return ok({ authorization, context });
  const company = connection.company ?? 'of its own';
  return fail(
    problem('system-credentials', `The user ${user} may not work for company ${company} in the ERP.`),
  );
}

/** What every call is made with; undefined where the user may not work for the company. */
function contextFor(wanted: number | undefined, answer: unknown): Session['context'] | undefined {
  const own = preferences.parse(answer);
  const company = wanted ?? own.company;
  if (company === null || !own.companies.includes(company)) return undefined;
  return { ...own, company, companies: [company] };
}

async function call(
  connection: Connection,
  user: string,
  method: string,
  params: readonly unknown[],
  headers: Readonly<Record<string, string>> = {},
): Promise<Result<unknown>> {
  const body = JSON.stringify({ id: 1, method, params });
  const within = connection.answerWithinMs ?? ANSWER_WITHIN_MS;
  const delivery = await post(rpcUrl(connection), body, headers, within);
  if (delivery.kind === 'answered' && delivery.status === 429) return fail(locked(user));
  const answer = readAnswer(delivery, 'read');
  return 'sessionOver' in answer ? fail(refused(user)) : answer;
}

const refused = (user: string): Problem =>
  problem('system-credentials', `The ERP refuses the password of ${user}.`);

/** Tryton answers a login with 429 once too many were refused, even for the right password. */
const locked = (user: string): Problem =>
  problem('system-credentials', `The ERP has locked the account ${user} after too many refused logins.`);

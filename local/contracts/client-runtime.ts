import type { Problem } from './client-types.ts';
/** Where the API is and how its caller proves who it is. */
export interface ClientOptions {
  /** Such as `https://api.crossdock.example`, without the version. */
  readonly baseUrl: string;
  /** A valid access token; asked for before every attempt. */
  readonly token: () => Promise<string>;
  /** The key of your usage plan; left out where something on the way adds it, as for the console. */
  readonly apiKey?: string;
  /** Attempts of one call, the first one included; 5 unless said otherwise. */
  readonly attempts?: number;
  /** The longest wait between two attempts, in milliseconds; 30,000 unless said otherwise. */
  readonly longestWait?: number;
  readonly fetch?: typeof globalThis.fetch;
}

/** What every call may say beside its own input. */
export interface CallOptions {
  /** Your own id for what this belongs to. */
  readonly correlationId?: string;
}

/** A write is done once for each key: give your own to make it survive a restart of yours. */
export interface WriteOptions extends CallOptions {
  readonly idempotencyKey?: string;
}

export interface Answer<T> {
  readonly data: T;
  /** What `ifMatch` wants when this is to be changed. */
  readonly etag: string | undefined;
  readonly correlationId: string;
  /** The answer of an earlier call with the same key. */
  readonly replayed: boolean;
}

/** A failure the API explained. */
export class CrossdockError extends Error {
  override readonly name = 'CrossdockError';
  readonly problem: Problem;

  constructor(problem: Problem) {
    super(`${problem.code}: ${problem.detail}`);
    this.problem = problem;
  }
}

/** A token provider that fetches with client credentials and keeps the token until a minute before it ends. */
export function clientCredentials(credentials: {
  readonly tokenUrl: string;
  readonly clientId: string;
  readonly clientSecret: string;
  readonly fetch?: typeof globalThis.fetch;
}): () => Promise<string> {
  const { tokenUrl, clientId, clientSecret, fetch = globalThis.fetch } = credentials;
  let kept: { readonly token: string; readonly until: number } | undefined;
  return async () => {
    if (kept && kept.until > Date.now()) return kept.token;
    const response = await fetch(tokenUrl, {
      method: 'POST',
      headers: { Authorization: `Basic ${btoa(`${clientId}:${clientSecret}`)}` },
      body: new URLSearchParams({ grant_type: 'client_credentials', client_id: clientId }),
    });
    if (!response.ok) throw new Error(`no token: the sign-in answers ${response.status}`);
    const { access_token: token, expires_in: seconds } = (await response.json()) as TokenAnswer;
    kept = { token, until: Date.now() + (seconds - 60) * 1000 };
    return token;
  };
}

interface TokenAnswer {
  readonly access_token: string;
  readonly expires_in: number;
}

interface Call {
  readonly method: 'GET' | 'POST';
  readonly path: string;
  readonly query?: Readonly<Record<string, string | number | undefined>>;
  readonly body?: unknown;
  /** Sent as it is, in the place of a JSON body. */
  readonly bytes?: string | Uint8Array<ArrayBuffer>;
  readonly headers?: Readonly<Record<string, string | undefined>>;
}

/**
 * One call. What passes (busy, unavailable, still in flight, connection lost) is tried again with the same key,
 * after what `Retry-After` says; everything else is an answer or a CrossdockError.
 */
export async function send<T>(options: ClientOptions, call: Call): Promise<Answer<T>> {
  const { attempts = 5 } = options;
  for (let attempt = 1; ; attempt += 1) {
    const response = await attemptOf(options, call).catch((lost: unknown) => {
      if (attempt >= attempts) throw lost;
      return undefined;
    });
    if (response?.ok) return answerOf<T>(response);
    const problem = response && (await problemOf(response));
    if (problem && (attempt >= attempts || !passes(problem))) throw new CrossdockError(problem);
    await pause(waitOf(options, attempt, response));
  }
}

async function attemptOf(options: ClientOptions, call: Call): Promise<Response> {
  const { fetch = globalThis.fetch } = options;
  const url = new URL(options.baseUrl.replace(/\/$/, '') + call.path);
  for (const [name, value] of Object.entries(call.query ?? {})) {
    if (value !== undefined) url.searchParams.set(name, String(value));
  }
  const headers = new Headers({
    Authorization: `Bearer ${await options.token()}`,
    Accept: 'application/json',
  });
  if (options.apiKey !== undefined) headers.set('x-api-key', options.apiKey);
  for (const [name, value] of Object.entries(call.headers ?? {})) {
    if (value !== undefined) headers.set(name, value);
  }
  if (call.method === 'GET') return fetch(url, { headers });
  if (call.bytes !== undefined) {
    headers.set('Content-Type', 'application/octet-stream');
    return fetch(url, { method: call.method, headers, body: call.bytes });
  }
  headers.set('Content-Type', 'application/json');
  return fetch(url, { method: call.method, headers, body: JSON.stringify(call.body ?? {}) });
}

const answerOf = async <T>(response: Response): Promise<Answer<T>> => ({
  data: (await response.json()) as T,
  etag: response.headers.get('etag') ?? undefined,
  correlationId: response.headers.get('x-correlation-id') ?? '',
  replayed: response.headers.get('idempotency-replayed') === 'true',
});

/** The problem of a failed answer; something between us and the API may have answered in its place. */
async function problemOf(response: Response): Promise<Problem> {
  const text = await response.text();
  if (response.headers.get('content-type')?.startsWith('application/problem+json')) {
    return JSON.parse(text) as Problem;
  }
  return {
    type: 'about:blank',
    title: response.statusText,
    status: response.status,
    detail: text.slice(0, 200),
    code: 'unknown',
    hint: 'This is no answer of the API itself: look at what stands between.',
    correlationId: response.headers.get('x-correlation-id') ?? '',
  };
}

const passes = ({ status, code }: Problem): boolean =>
  status === 429 || status === 502 || status === 503 || status === 504 || code === 'idempotency-in-flight';

function waitOf({ longestWait = 30_000 }: ClientOptions, attempt: number, response?: Response): number {
  const asked = Number(response?.headers.get('retry-after') ?? Number.NaN) * 1000;
  const backoff = 200 * 2 ** (attempt - 1) * (0.5 + Math.random() / 2);
  return Math.min(Number.isFinite(asked) ? asked : backoff, longestWait);
}

const pause = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, milliseconds));

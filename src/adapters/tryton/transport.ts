/** What became of one request: the question that decides whether it may be repeated. */
export type Delivery =
  | {
      readonly kind: 'answered';
      readonly status: number;
      readonly body: string;
      readonly retryAfterSeconds?: number;
    }
  /** No connection came about: the ERP never saw it. */
  | { readonly kind: 'not-sent'; readonly why: string }
  /** It was sent, or may have been, and no whole answer came back. */
  | { readonly kind: 'lost'; readonly why: string };

/** Causes that come before a byte is sent. Connecting may take ten seconds, the limit built into fetch. */
const BEFORE_SENDING = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
  'DEPTH_ZERO_SELF_SIGNED_CERT',
  'CERT_HAS_EXPIRED',
  'ERR_TLS_CERT_ALTNAME_INVALID',
]);

/** Post JSON once, and wait so long for the whole answer. Never throws. */
export async function post(
  url: string,
  body: string,
  headers: Readonly<Record<string, string>>,
  answerWithinMs: number,
): Promise<Delivery> {
  try {
    const answer = await fetch(url, {
      method: 'POST',
      body,
      headers: { 'content-type': 'application/json', accept: 'application/json', ...headers },
      signal: AbortSignal.timeout(answerWithinMs),
      // A credential must not follow a redirection to somewhere else.
      redirect: 'error',
    });
    const retryAfter = Number(answer.headers.get('retry-after') ?? Number.NaN);
    return {
      kind: 'answered',
      status: answer.status,
      body: await answer.text(),
      ...(Number.isFinite(retryAfter) && retryAfter >= 0 ? { retryAfterSeconds: Math.ceil(retryAfter) } : {}),
    };
  } catch (thrown) {
    const cause = codeOf(thrown);
    return { kind: BEFORE_SENDING.has(cause) ? 'not-sent' : 'lost', why: cause };
  }
}

/** The name of what went wrong; never its message, which may quote an address with a password in it. */
function codeOf(thrown: unknown): string {
  if (!(thrown instanceof Error)) return 'unknown';
  if (thrown.name === 'TimeoutError') return 'no answer in time';
  const { cause } = thrown;
  if (cause instanceof Error && 'code' in cause && typeof cause.code === 'string') return cause.code;
  return cause instanceof Error ? cause.name : thrown.name;
}

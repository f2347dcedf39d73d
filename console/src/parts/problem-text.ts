import { CrossdockError } from '#contracts/client.ts';

/** A failure in words: what happened, more about it, what to do, and by what support finds it. */
export interface ProblemText {
  readonly title: string;
  readonly detail: string;
  readonly hint?: string;
  readonly faults: readonly string[];
  readonly correlationId?: string;
  /** It passes by itself or by looking again. */
  readonly kind: 'error' | 'warning';
}

/** What a failure says to a person. Pure. */
export function problemText(error: unknown): ProblemText {
  if (!(error instanceof CrossdockError)) return unreachable(error);
  const { code, title, detail, hint, faults, correlationId, status } = error.problem;
  const common = {
    detail,
    faults: (faults ?? []).map(({ at, message }) => (at ? `${at}: ${message}` : message)),
    ...(correlationId && { correlationId }),
  };
  if (code === 'version-stale' || code === 'state-not-allowed') {
    return {
      ...common,
      kind: 'warning',
      title: 'It has changed meanwhile',
      hint: 'Nothing was done. Look at what it is now, then decide again.',
    };
  }
  if (status === 401) {
    const again =
      'Sign out and in again. If that does not help, the console and the API do not fit together.';
    return { ...common, kind: 'error', title: 'Your sign-in was not accepted', hint: again };
  }
  if (status === 403) {
    return { ...common, kind: 'error', title: 'Your roles do not allow this', ...(hint && { hint }) };
  }
  if (status === 404) {
    return { ...common, kind: 'warning', title: 'There is no such record', ...(hint && { hint }) };
  }
  return { ...common, kind: 'error', title, ...(hint && { hint }) };
}

const unreachable = (error: unknown): ProblemText => ({
  kind: 'warning',
  title: 'Crossdock cannot be reached',
  detail: error instanceof Error ? error.message : String(error),
  hint: 'Look at your connection. The console keeps trying by itself.',
  faults: [],
});

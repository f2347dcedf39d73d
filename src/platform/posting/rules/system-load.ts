/**
 * Back-pressure of one system, as data: how fast it may be called and whether it is worth calling.
 *
 * The rate is a token bucket in its compact form (generic cell rate algorithm): the instant at which the bucket will
 * be full again says how many tokens it holds now. The breaker is a count of failures and, when open, an instant;
 * whoever comes after that instant is the one probe, and pushes the instant on for all others.
 */
import type { Problem } from '#core/kernel/problem.ts';

/** Times are milliseconds since 1970 of the callers' clocks. */
export interface SystemLoad {
  readonly system: string;
  /** Raised by every write. */
  readonly fence: number;
  /** The bucket is full from then on. */
  readonly fullAt: number;
  /** Attempts in a row that the system did not answer. */
  readonly failures: number;
  readonly open?: {
    readonly since: number;
    readonly until: number;
    /** How often in a row it opened: each time for longer. */
    readonly times: number;
    readonly because: { readonly code: OpeningCode; readonly detail: string };
  };
}

/** After these answers a system is left alone for a while. */
type OpeningCode = 'system-unavailable' | 'system-credentials';

export const idleLoad = (system: string): SystemLoad => ({ system, fence: 0, fullAt: 0, failures: 0 });

const FAILURES_THAT_OPEN = 5;
const FIRST_OPEN_MS = 30_000;
const LONGEST_OPEN_MS = 300_000;
/** A locked account stays locked for minutes, and longer if we keep knocking. */
const CREDENTIALS_OPEN_MS = 900_000;
/** What a probe may take before another one is sent. */
const PROBE_MS = 30_000;
/** Calls that may come at once after a pause, in seconds of the rate. */
const BURST_SECONDS = 1;
/** An attempt waits so long for its turn; beyond, it is parked. */
const LONGEST_WAIT_MS = 5_000;

export type Admission =
  | { readonly kind: 'admitted'; readonly load: SystemLoad; readonly waitMs: number }
  | { readonly kind: 'closed'; readonly until: number; readonly because: Pick<Problem, 'code' | 'detail'> };

/** May an attempt of so many calls start? `waitMs` is how long it must wait for its turn first. */
export function admit(load: SystemLoad, now: number, callsPerSecond: number, calls: number): Admission {
  if (load.open && now < load.open.until) {
    return { kind: 'closed', until: load.open.until, because: load.open.because };
  }
  const fullAt = Math.max(load.fullAt, now) + (calls * 1000) / callsPerSecond;
  const waitMs = Math.max(
    0,
    Math.ceil(fullAt - now - Math.max(BURST_SECONDS, calls / callsPerSecond) * 1000),
  );
  if (waitMs > LONGEST_WAIT_MS) {
    const detail = `${load.system} is asked as often as its rate of ${callsPerSecond} calls a second allows.`;
    return { kind: 'closed', until: now + waitMs, because: { code: 'system-throttled', detail } };
  }
  if (!load.open) return { kind: 'admitted', load: { ...load, fullAt }, waitMs };
  const probing = { ...load.open, until: now + waitMs + PROBE_MS };
  return { kind: 'admitted', load: { ...load, fullAt, open: probing }, waitMs };
}

/**
 * The load after an attempt that began at `startedAt` met the system; `problem` is what the system answered last, if
 * that was one. The same object when nothing changed.
 */
export function observe(
  load: SystemLoad,
  now: number,
  startedAt: number,
  problem: Pick<Problem, 'code' | 'detail' | 'retryAfterSeconds'> | undefined,
): SystemLoad {
  // What began before the breaker opened confirms what is known; it must not make the pause longer.
  const alreadyKnown = load.open !== undefined && startedAt < load.open.since;
  switch (problem?.code) {
    // A system that hangs is no better than one that is down.
    case 'outcome-unknown':
    case 'system-unavailable': {
      if (alreadyKnown) return load;
      const failures = load.failures + 1;
      const open = load.open !== undefined || failures >= FAILURES_THAT_OPEN;
      return open
        ? opened({ ...load, failures }, now, because('system-unavailable', problem.detail), FIRST_OPEN_MS)
        : { ...load, failures };
    }
    case 'system-credentials':
      return alreadyKnown
        ? load
        : opened(load, now, because('system-credentials', problem.detail), CREDENTIALS_OPEN_MS);
    case 'system-throttled':
      return { ...load, fullAt: Math.max(load.fullAt, now + 1000 * (problem.retryAfterSeconds ?? 5)) };
    case 'posting-claimed-elsewhere':
      // The attempt was late; that says nothing of the system.
      return load;
    default:
      return load.open || load.failures > 0 ? healthy(load) : load;
  }
}

type Cause = NonNullable<SystemLoad['open']>['because'];

const because = (code: OpeningCode, detail: string): Cause => ({ code, detail });

const healthy = ({ system, fence, fullAt }: SystemLoad): SystemLoad => ({
  system,
  fence,
  fullAt,
  failures: 0,
});

function opened(load: SystemLoad, now: number, cause: Cause, firstMs: number): SystemLoad {
  const times = (load.open?.times ?? 0) + 1;
  const openMs = Math.max(firstMs, Math.min(LONGEST_OPEN_MS, firstMs * 2 ** (times - 1)));
  return { ...load, open: { since: now, until: now + openMs, times, because: cause } };
}

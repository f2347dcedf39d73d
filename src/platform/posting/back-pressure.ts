import type { Clock } from '#core/kernel/clock.ts';
import type { Problem } from '#core/kernel/problem.ts';
import type { Pause, SystemLoads } from './ports.ts';
import { type Admission, admit, observe } from './rules/system-load.ts';

export interface BackPressureParts {
  readonly loads: SystemLoads;
  readonly clock: Clock;
  readonly pause: Pause;
}

export type Turn =
  | { readonly kind: 'now'; readonly startedAt: number }
  | Extract<Admission, { kind: 'closed' }>;

/** Writes of other attempts in between that we bear with; each of them was someone's turn. */
const TRIES = 20;

/** Wait for the turn of an attempt of so many calls, or learn until when it is to be parked. */
export async function takeTurn(
  { loads, clock, pause }: BackPressureParts,
  system: string,
  callsPerSecond: number,
  calls: number,
): Promise<Turn> {
  for (let attempt = 0; attempt < TRIES; attempt += 1) {
    const load = await loads.get(system);
    const now = Date.parse(clock.now());
    const admission = admit(load, now, callsPerSecond, calls);
    if (admission.kind === 'closed') return admission;
    if (!(await loads.save(admission.load))) continue;
    if (admission.waitMs > 0) await pause(admission.waitMs);
    return { kind: 'now', startedAt: now };
  }
  const because = { code: 'system-throttled', detail: `Too many attempts want ${system} at once.` } as const;
  return { kind: 'closed', until: Date.parse(clock.now()) + 5000, because };
}

/** Let all attempts know how the system was met. */
export async function reportTurn(
  { loads, clock }: BackPressureParts,
  system: string,
  startedAt: number,
  problem: Problem | undefined,
): Promise<void> {
  for (let attempt = 0; attempt < TRIES; attempt += 1) {
    const load = await loads.get(system);
    const next = observe(load, Date.parse(clock.now()), startedAt, problem);
    if (next === load || (await loads.save(next))) return;
  }
}

/** Who works on a redrive: one at a time, by a lease that each commit renews. */
import type { Redrive } from '#core/canonical/dead-letter.ts';
import { decideAgain } from '#core/kernel/decide-again.ts';
import type { StoredRecord } from '#core/kernel/records.ts';
import { ok, type Result, unwrap } from '#core/kernel/result.ts';
import { isFree, LEASE_MS, leaseFrom } from '../jobs/lease.ts';
import type { DeadLetterPorts } from './ports.ts';
import { finishedEvent } from './tell.ts';

/** A redrive as it was when we took it, and until when it is ours: no two workers have the same instant. */
export interface Hold {
  readonly redrive: StoredRecord<'redrive'>;
  leaseUntil: string;
}

export const isHeldBy = ({ state, leaseUntil }: Redrive, hold: Hold): boolean =>
  state === 'running' && leaseUntil === hold.leaseUntil;

/** Whether it is time to say that we still work on it. */
export const isHalfOver = ({ clock }: Pick<DeadLetterPorts, 'clock'>, { leaseUntil }: Hold): boolean =>
  Date.parse(leaseUntil) - Date.parse(clock.now()) < LEASE_MS / 2;

type HoldPorts = Pick<DeadLetterPorts, 'records' | 'clock'>;

/** Take a redrive up; undefined when it is over, unknown, or somebody works on it. */
export async function takeUp({ records, clock }: HoldPorts, id: string): Promise<Hold | undefined> {
  const taken = await decideAgain(async (): Promise<Result<Hold | undefined>> => {
    const redrive = await records.get('redrive', id);
    const now = clock.now();
    if (!redrive || !isFree(redrive.body, now)) return ok(undefined);
    const leaseUntil = leaseFrom(now);
    const committed = await commitRedrive(records, redrive, { ...redrive.body, leaseUntil });
    return committed.ok ? ok({ redrive, leaseUntil }) : committed;
  });
  return unwrap(taken);
}

/** Say that we still work on it, and what the present look came to; answers whether it is still ours. */
export async function carryOn(
  { records, clock }: HoldPorts,
  hold: Hold,
  looked: Partial<Redrive['counts']> = {},
): Promise<boolean> {
  const leaseUntil = leaseFrom(clock.now());
  const isOurs = await changeHeld(records, hold, (body) => ({
    ...body,
    leaseUntil,
    counts: { ...body.counts, ...looked },
  }));
  if (isOurs) hold.leaseUntil = leaseUntil;
  return isOurs;
}

/** Whether a redrive is still ours: nobody cancelled it or took it over. */
export async function isStillOurs({ records }: Pick<HoldPorts, 'records'>, hold: Hold): Promise<boolean> {
  const redrive = await records.get('redrive', hold.redrive.id);
  return redrive !== undefined && isHeldBy(redrive.body, hold);
}

/** Let go of it, so that the next run may take it up at once. */
export async function layDown({ records }: Pick<HoldPorts, 'records'>, hold: Hold): Promise<void> {
  await changeHeld(records, hold, ({ leaseUntil: _over, ...body }) => body);
}

/** It is through, or cannot be done for the reason given. */
export async function finish({ records, clock }: HoldPorts, hold: Hold, failure?: string): Promise<void> {
  await changeHeld(records, hold, ({ leaseUntil: _over, ...body }) => ({
    ...body,
    state: failure === undefined ? 'done' : 'failed',
    finishedAt: clock.now(),
    ...(failure === undefined ? {} : { failure: failure.slice(0, 500) }),
  }));
}

/** Change a redrive that is ours; answers whether it was. */
async function changeHeld(
  records: HoldPorts['records'],
  hold: Hold,
  change: (body: Redrive) => Redrive,
): Promise<boolean> {
  const changed = await decideAgain(async (): Promise<Result<boolean>> => {
    const redrive = await records.get('redrive', hold.redrive.id);
    if (!redrive || !isHeldBy(redrive.body, hold)) return ok(false);
    const committed = await commitRedrive(records, redrive, change(redrive.body));
    return committed.ok ? ok(true) : committed;
  });
  return unwrap(changed);
}

const commitRedrive = (
  records: HoldPorts['records'],
  { id, version, correlationId }: StoredRecord<'redrive'>,
  body: Redrive,
): Promise<Result<void>> => {
  const events = body.state === 'running' ? [] : [finishedEvent(body)];
  return records.commit({ changes: [{ type: 'redrive', id, expect: version, body, events }], correlationId });
};

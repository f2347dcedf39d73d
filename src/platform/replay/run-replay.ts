import type { Replay } from '#core/canonical/replay.ts';
import type { CorrelationId } from '#core/kernel/correlation.ts';
import { isRetryable, type Problem } from '#core/kernel/problem.ts';
import { fail, ok, type Result } from '#core/kernel/result.ts';
import { isFree, leaseFrom } from '../jobs/lease.ts';
import { paceOf } from '../jobs/pace.ts';
import { asDelivered } from './as-delivered.ts';
import { finishedEvent } from './cancel-replay.ts';
import { type ChosenEvent, chooseEvents } from './choose-events.ts';
import { planReplay } from './plan-replay.ts';
import type { RunPorts } from './ports.ts';

/** How far it is, is noted after so many events or so long: a crash repeats no more than that. */
const EVENTS_BETWEEN_NOTES = 50;
const MS_BETWEEN_NOTES = 5000;
const STOP_BEFORE_MS = 20_000;

/** `busy`: another one works on it, or took it over. `paused`: the time was up; the next run goes on. */
export type ReplayRun = 'busy' | 'paused' | 'over';

/** A replay as this worker holds it. */
interface Held {
  readonly version: number;
  readonly body: Replay;
  readonly correlationId: CorrelationId;
}

type Step = { readonly go: Held } | { readonly stop: Result<ReplayRun> };

/**
 * Work on a replay until it is through or the time is up.
 * 1. Take the lease: one worker at a time.
 * 2. Go on behind the last event noted, in the order of the plan.
 * 3. Send each event that the consumer hears to its queue and no other, at the chosen rate.
 * 4. Note how far it is from time to time; whoever cancelled it or took it over is noticed there.
 * 5. Commit that it is over.
 * A crash repeats what was sent since the last note: consumers know an event by its record and sequence. Problems:
 * `temporarily-unavailable`, after which the next run goes on; what no retry can change ends it as `failed`.
 */
export async function runReplay(ports: RunPorts, replayId: string): Promise<Result<ReplayRun>> {
  const held = await takeLease(ports, replayId);
  if (!held) return ok('busy');
  const { consumer, selection, position } = held.body;
  const plan = planReplay(consumer, selection, selection.to ?? ports.clock.now());
  if (!plan.ok) return end(ports, held, 'failed', plan.problem);
  const pace = paceOf(ports, held.body.perSecond);
  let open: Held = held;
  let noted = { at: ports.clock.now(), read: open.body.counts.read };
  for await (const event of chooseEvents(ports, plan.value, position)) {
    const step = await advance(ports, plan.value.consumer.queue, open, event, pace);
    if ('stop' in step) return step.stop;
    open = step.go;
    const isTime = Date.parse(ports.clock.now()) - Date.parse(noted.at) >= MS_BETWEEN_NOTES;
    if (open.body.counts.read - noted.read < EVENTS_BETWEEN_NOTES && !isTime) continue;
    const kept = await note(ports, open, true);
    if (!kept) return ok('busy');
    open = kept;
    noted = { at: ports.clock.now(), read: open.body.counts.read };
  }
  return end(ports, open, 'done');
}

async function takeLease({ records, clock }: RunPorts, id: string): Promise<Held | undefined> {
  const stored = await records.get('replay', id);
  if (!stored || !isFree(stored.body, clock.now())) return undefined;
  return note({ records, clock }, stored, true);
}

/** Commit how far it is, with the lease or without; undefined when somebody else changed it in between. */
async function note(
  { records, clock }: Pick<RunPorts, 'records' | 'clock'>,
  { version, body: { leaseUntil: _, ...body }, correlationId }: Held,
  goingOn: boolean,
): Promise<Held | undefined> {
  const next: Replay = goingOn ? { ...body, leaseUntil: leaseFrom(clock.now()) } : body;
  const committed = await records.commit({
    changes: [{ type: 'replay', id: body.id, expect: version, body: next }],
    correlationId,
    causationId: body.id,
  });
  return committed.ok ? { version: version + 1, body: next, correlationId } : undefined;
}

/** One event: sent if it is heard, counted, and the place behind it. */
async function advance(
  ports: RunPorts,
  queue: string,
  held: Held,
  event: ChosenEvent,
  pace: () => Promise<void>,
): Promise<Step> {
  if (ports.remaining() < STOP_BEFORE_MS) {
    await note(ports, held, false);
    return { stop: ok('paused') };
  }
  const { id, startedBy, counts } = held.body;
  if (event.heard) {
    await pace();
    const mark = { replayid: id, replayedby: startedBy };
    const sent = await ports.queues.send(queue, (place) => asDelivered(event.envelope, mark, place));
    if (!sent.ok) return { stop: await refused(ports, held, sent.problem) };
  }
  const counted = {
    read: counts.read + 1,
    sent: counts.sent + (event.heard ? 1 : 0),
    skipped: counts.skipped + (event.heard ? 0 : 1),
  };
  return { go: { ...held, body: { ...held.body, counts: counted, position: event.position } } };
}

/** What may pass leaves the replay for the next run; what will not, ends it. */
async function refused(ports: RunPorts, held: Held, cause: Problem): Promise<Result<ReplayRun>> {
  if (!isRetryable(cause)) return end(ports, held, 'failed', cause);
  await note(ports, held, false);
  return fail(cause);
}

async function end(
  { records, clock }: RunPorts,
  { version, body: { leaseUntil: _, ...body }, correlationId }: Held,
  state: 'done' | 'failed',
  cause?: Problem,
): Promise<Result<ReplayRun>> {
  const over: Replay = {
    ...body,
    state,
    finishedAt: clock.now(),
    ...(cause ? { failure: `${cause.code}: ${cause.detail}`.slice(0, 500) } : {}),
  };
  const committed = await records.commit({
    changes: [{ type: 'replay', id: body.id, expect: version, body: over, events: [finishedEvent(over)] }],
    correlationId,
    causationId: body.id,
  });
  if (committed.ok) return ok('over');
  return committed.problem.code === 'record-changed' ? ok('busy') : committed;
}

import type { Addition } from '#core/canonical/figures.ts';
import type { RecordType } from '#core/canonical/record-schemas.ts';
import { recordTypes } from '#core/canonical/record-types.ts';
import type { CountedEvent, CountingRules, KnownRecord, RecordReference } from '#core/kernel/counting.ts';
import { decideAgain } from '#core/kernel/decide-again.ts';
import { problem } from '#core/kernel/problem.ts';
import type { Records } from '#core/kernel/records.ts';
import { fail, ok, type Result } from '#core/kernel/result.ts';
import { type EventName, eventCatalogue } from '#events/catalogue.ts';
import type { EventEnvelope } from '#events/envelope.ts';
import { eventName } from '../journal/history.ts';
import { gatherFacts } from './gather-facts.ts';
import type { KeptRecord } from './model.ts';
import type { EventsOfRecord, ReadModel, Step } from './ports.ts';
import { standingStep } from './standing-step.ts';

export interface KeepPorts {
  readonly records: Pick<Records, 'get' | 'getMany' | 'history'>;
  readonly events: EventsOfRecord;
  readonly readModel: ReadModel;
  readonly rules: CountingRules;
}

/** What one delivery of an event changed. */
export interface Kept {
  /** Events counted, the delivered one and those before it that were missing; 0: it was counted before. */
  readonly counted: number;
  /** Events before it that had not been delivered, found in the journal; with when they were committed. */
  readonly gaps: readonly { readonly sequence: number; readonly at: string }[];
  /** Sequences that are not even in the journal any more: nobody will ever count them. */
  readonly lost: number;
  readonly additions: readonly Addition[];
}

/** So many missing events are fetched at a time. */
const AT_ONCE = 100;

const nothing: Kept = { counted: 0, gaps: [], lost: 0, additions: [] };

/**
 * Keep the read model by one event of the bus, however often, late or out of order it is delivered [E3].
 * 1. See which events of its record are counted. One of those: nothing is counted again.
 * 2. Fetch the ones between from the journal: a gap is noticed here, and closed.
 * 3. Count each in order, in one transaction with the sequence that says so; with the last of them goes what waits
 *    because of the record and the names it is found by, as the record stands now.
 * 4. See to the other records that the event touched: what waits because of them may be something else.
 * Figures are added once an event; what waits is replaced by what the record says, so that both are right whatever
 * the bus does. Problems: `event-invalid` for what is no event of ours; `temporarily-unavailable`.
 */
export async function keepReadModel(ports: KeepPorts, envelope: EventEnvelope): Promise<Result<Kept>> {
  const event = countedEvent(envelope);
  if (!event) return fail(problem('event-invalid', `${envelope.type} ${envelope.id} is no event of ours.`));
  let kept = nothing;
  const fetched: CountedEvent[] = [];
  for (;;) {
    const step = await decideAgain(() => keepOwn(ports, event, fetched));
    if (!step.ok) return step;
    kept = together(kept, step.value.kept);
    if (!step.value.more) break;
  }
  for (const touched of ports.rules.touched(event)) {
    const seen = await decideAgain(() => keepStanding(ports, touched));
    if (!seen.ok) return seen;
  }
  return ok(kept);
}

const together = (a: Kept, b: Kept): Kept => ({
  counted: a.counted + b.counted,
  gaps: [...a.gaps, ...b.gaps],
  lost: a.lost + b.lost,
  additions: [...a.additions, ...b.additions],
});

/** One step towards having counted the event; `more` while it is not. */
async function keepOwn(
  { records, events, readModel, rules }: KeepPorts,
  event: CountedEvent,
  fetched: CountedEvent[],
): Promise<Result<{ readonly kept: Kept; readonly more: boolean }>> {
  const { type, id } = event;
  // Whichever is read first: what is kept of a newer version is never replaced by an older one.
  const [before, own] = await Promise.all([readModel.kept(type, id), known(records, { type, id })]);
  const upTo = before?.upTo ?? 0;
  if (event.sequence <= upTo) {
    const step = standingStep(rules, { type, id }, before, own, upTo);
    const applied = step ? await readModel.apply(step) : ok(undefined);
    return applied.ok ? ok({ kept: nothing, more: false }) : applied;
  }
  const next = (await nextMissing(events, event, upTo, fetched)) ?? event;
  const isLast = next.sequence === event.sequence;
  const facts = await gatherFacts(records, rules, next, own);
  const additions = rules.additions(next, facts);
  const standing = isLast ? standingStep(rules, { type, id }, before, own, next.sequence) : undefined;
  const step: Step = {
    ...(standing ?? countingOnly(next, before)),
    additions,
    event: placeOf(next),
  };
  const applied = await readModel.apply(step);
  if (!applied.ok) return applied;
  const gaps = isLast ? [] : [{ sequence: next.sequence, at: next.at }];
  const lost = next.sequence - upTo - 1;
  return ok({ kept: { counted: 1, gaps, lost, additions }, more: !isLast });
}

/** The first event after those counted that comes before the delivered one; `fetched` holds what was read before. */
async function nextMissing(
  events: EventsOfRecord,
  { type, id, sequence }: CountedEvent,
  upTo: number,
  fetched: CountedEvent[],
): Promise<CountedEvent | undefined> {
  const first = () => fetched.find((one) => one.sequence > upTo);
  // Events past their retention are passed over, a stretch at a time.
  for (let from = upTo + 1; from < sequence && !first(); from += AT_ONCE) {
    const to = Math.min(from + AT_ONCE - 1, sequence - 1);
    const found = await events.between(type, id, from, to);
    fetched.push(...found.flatMap((one) => countedEvent(one) ?? []));
  }
  return first();
}

/** Another record that an event touched: only what waits because of it, and its names. */
async function keepStanding(
  { records, readModel, rules }: KeepPorts,
  { type, id }: RecordReference,
): Promise<Result<void>> {
  const [before, own] = await Promise.all([readModel.kept(type, id), known(records, { type, id })]);
  const step = standingStep(rules, { type, id }, before, own, before?.upTo ?? 0);
  return step ? readModel.apply(step) : ok(undefined);
}

async function known(
  records: Pick<Records, 'get'>,
  { type, id }: RecordReference,
): Promise<KnownRecord | undefined> {
  // The store gives the body of the type it was asked for.
  return (await records.get(type, id)) as KnownRecord | undefined;
}

function countingOnly({ type, id, sequence }: CountedEvent, before: KeptRecord | undefined): Step {
  const after = before ?? { upTo: 0, version: 0, waiting: [], names: [] };
  return { type, id, before, after: { ...after, upTo: sequence }, additions: [], waiting: [], names: [] };
}

const placeOf = ({ name, at, type, id, sequence }: CountedEvent) => ({
  event: name,
  at,
  type,
  id,
  sequence,
  retentionDays: eventCatalogue[name].retentionDays,
});

function countedEvent({ id, type, subject, sequence, time, data }: EventEnvelope): CountedEvent | undefined {
  const name = eventName(type);
  const recordType = id.slice(0, id.indexOf('/'));
  if (!isEventName(name) || !isRecordType(recordType)) return undefined;
  return { name, type: recordType, id: subject, sequence: Number(sequence), at: time, data };
}

const isEventName = (name: string): name is EventName => Object.hasOwn(eventCatalogue, name);
const isRecordType = (type: string): type is RecordType => Object.hasOwn(recordTypes, type);

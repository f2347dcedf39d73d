import type { RecordType } from '#core/canonical/record-schemas.ts';
import { recordTypes } from '#core/canonical/record-types.ts';
import type { ReplaySelection } from '#core/canonical/replay.ts';
import { dayNumber, type Instant } from '#core/kernel/dates.ts';
import { type Fault, problem } from '#core/kernel/problem.ts';
import { fail, ok, type Result } from '#core/kernel/result.ts';
import type { EventName } from '#events/catalogue.ts';
import { consumers } from '#events/consumers.ts';
import { type EventConsumer, eventsHeardBy } from '#events/define-consumer.ts';

/** What a replay was asked for, checked and complete. */
export interface ReplayPlan {
  readonly consumer: EventConsumer;
  readonly entity?: { readonly type: RecordType; readonly id: string };
  /** Names of events that the consumer hears. */
  readonly names: readonly EventName[];
  /** Absent: from the beginning. */
  readonly from?: Instant;
  /** Nothing that is committed later is replayed, nor what the replay itself brings about. */
  readonly to: Instant;
}

/** Days times names of events; each is a few queries, whether anything happened or not. */
const WIDEST = 3000;

/**
 * What a selection means for a consumer. Problems: `not-found` for a consumer we do not have, `validation-failed`
 * for events it does not hear or we do not have, for a time that ends before it begins or is too long for so many
 * events at once.
 */
export function planReplay(
  name: string,
  { entity, events, from, to }: ReplaySelection,
  now: Instant,
): Result<ReplayPlan> {
  const consumer = consumers.get(name);
  if (!consumer) return fail(problem('not-found', `There is no consumer ${name}.`));
  const heard = eventsHeardBy(consumer);
  const names = events === undefined ? heard : heard.filter((known) => events.includes(known));
  const end = to !== undefined && to < now ? to : now;
  const type = entity && recordTypeOf(entity.type);
  const faults: Fault[] = [
    ...(events ?? [])
      .filter((event) => !heard.some((known) => known === event))
      .map((event) => ({ at: '/selection/events', message: `${name} does not hear ${event}` })),
    ...(entity && !type
      ? [{ at: '/selection/entity/type', message: `${entity.type} is no record type` }]
      : []),
    ...(from !== undefined && from > end
      ? [{ at: '/selection/from', message: 'the time ends before it begins' }]
      : []),
    ...(entity ? [] : tooWide(names, from ?? end, end)),
  ];
  if (faults.length > 0) {
    return fail(problem('validation-failed', faults.map(({ message }) => message).join('; '), { faults }));
  }
  return ok({
    consumer,
    names,
    to: end,
    ...(from === undefined ? {} : { from }),
    ...(entity && type ? { entity: { type, id: entity.id } } : {}),
  });
}

const recordTypeOf = (type: string): RecordType | undefined =>
  (Object.keys(recordTypes) as RecordType[]).find((known) => known === type);

function tooWide(names: readonly EventName[], from: Instant, to: Instant): readonly Fault[] {
  const days = dayNumber(to.slice(0, 10)) - dayNumber(from.slice(0, 10)) + 1;
  if (days * names.length <= WIDEST) return [];
  const most = Math.floor(WIDEST / names.length);
  return [{ at: '/selection/from', message: `choose at most ${most} days, or fewer events` }];
}

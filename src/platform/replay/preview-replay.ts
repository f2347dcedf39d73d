import type { RecordType } from '#core/canonical/record-schemas.ts';
import type { ReplaySelection } from '#core/canonical/replay.ts';
import type { Clock } from '#core/kernel/clock.ts';
import type { Instant } from '#core/kernel/dates.ts';
import { ok, type Result } from '#core/kernel/result.ts';
import { type EventName, eventCatalogue } from '#events/catalogue.ts';
import type { EventEnvelope } from '#events/envelope.ts';
import { asDelivered } from './as-delivered.ts';
import { chooseEvents } from './choose-events.ts';
import { planReplay } from './plan-replay.ts';
import type { ChoosePorts, Rehearse, Rehearsed } from './ports.ts';

export interface PreviewedEvent {
  readonly event: EventName;
  readonly recordType: RecordType;
  readonly recordId: string;
  readonly sequence: number;
  readonly at: Instant;
}

export interface ReplayPreview {
  /** Events that the consumer would hear, as far as they were counted. */
  readonly count: number;
  /** There may be more than were counted. */
  readonly more: boolean;
  /** Records they belong to. */
  readonly records: number;
  readonly byEvent: readonly { readonly event: EventName; readonly count: number }[];
  /** In the order in which they would be sent. */
  readonly first: readonly PreviewedEvent[];
  /** What the consumer would do now with the first few; one that did not say is left out. */
  readonly rehearsed: readonly (PreviewedEvent & Rehearsed)[];
}

export interface PreviewPorts extends ChoosePorts {
  readonly clock: Clock;
  readonly rehearse: Rehearse;
}

export const previewLimits = { looked: 10_000, milliseconds: 8000, first: 50, rehearsed: 3 } as const;

/** What is rehearsed belongs to no replay. */
const mark = { replayid: 'preview', replayedby: 'preview' };
const nowhere = { account: '', region: '' };

/**
 * Say what a replay would send, and send nothing: its events in their order, as far as 10,000 of them or eight
 * seconds of counting go, and what the consumer itself would do with the first three. Problems: those of
 * `planReplay`.
 */
export async function previewReplay(
  { clock, rehearse, ...ports }: PreviewPorts,
  { consumer, selection }: { readonly consumer: string; readonly selection: ReplaySelection },
): Promise<Result<ReplayPreview>> {
  const began = clock.now();
  const plan = planReplay(consumer, selection, began);
  if (!plan.ok) return plan;
  const tally = aTally();
  const rehearsing: Promise<readonly (PreviewedEvent & Rehearsed)[]>[] = [];
  let looked = 0;
  const isEnough = (): boolean =>
    looked > previewLimits.looked || Date.parse(clock.now()) - Date.parse(began) > previewLimits.milliseconds;
  for await (const { name, envelope, heard } of chooseEvents(ports, plan.value, undefined, isEnough)) {
    looked += 1;
    if (isEnough()) break;
    if (!heard) continue;
    const event = previewed(name, envelope);
    tally.add(event);
    if (rehearsing.length >= previewLimits.rehearsed) continue;
    // Counting goes on meanwhile.
    const answer = rehearse(consumer, asDelivered(envelope, mark, nowhere));
    rehearsing.push(answer.then((would) => (would.ok ? [{ ...event, ...would.value }] : [])));
  }
  const more = isEnough();
  const rehearsed = (await Promise.all(rehearsing)).flat();
  return ok({ ...tally.sums(), more, rehearsed });
}

function previewed(event: EventName, { subject, sequence, time }: EventEnvelope): PreviewedEvent {
  const recordType = eventCatalogue[event].orderingKey;
  return { event, recordType, recordId: subject, sequence: Number(sequence), at: time };
}

/** Adds up events by name and record. */
function aTally() {
  const counts = new Map<EventName, number>();
  const records = new Set<string>();
  const first: PreviewedEvent[] = [];
  return {
    add: (previewedEvent: PreviewedEvent): void => {
      const { event, recordType, recordId } = previewedEvent;
      counts.set(event, (counts.get(event) ?? 0) + 1);
      records.add(`${recordType}#${recordId}`);
      if (first.length < previewLimits.first) first.push(previewedEvent);
    },
    sums: () => {
      const byEvent = [...counts].map(([event, count]) => ({ event, count }));
      const count = byEvent.reduce((sum, { count: some }) => sum + some, 0);
      return { count, records: records.size, byEvent, first };
    },
  };
}

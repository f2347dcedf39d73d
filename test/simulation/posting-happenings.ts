/** What happens beside the posting itself: the relay, the sweep, those who ask, those who repair. */
import { isQuiet, type Posting } from '#platform/posting/model.ts';
import type { PostingWakes } from '#platform/posting/ports.ts';
import { redrivePosting } from '#platform/posting/redrive-posting.ts';
import type { PostingRequest } from '#platform/posting/schedule-posting.ts';
import { wakeDuePostings } from '#platform/posting/wake-due-postings.ts';
import { MINUTE, START, type Stage, spawn } from './posting-stage.ts';
import { documentsOf, type Story, type StoryDocument } from './posting-story.ts';
import { askedBy, requestChange, requestInvoice } from './posting-wishes.ts';
import type { Process, Scheduler } from './scheduler.ts';
import type { SimulatedQueue } from './simulated-queue.ts';

export const correlationId = 'cor-00000001';
const created = 'crossdock.purchase-order-created.v1';

/** What the bus carries. */
export type Request = Omit<PostingRequest, 'correlationId'>;

/** The relay: everything that was committed gets to the bus, soon. Answers whether it has. */
export function relayRequests(stage: Stage, bus: SimulatedQueue<Request>): () => boolean {
  const { world, records, random } = stage;
  let relayed = 0;
  let isPlanned = false;
  const relay = (): void => {
    isPlanned = false;
    const published = records.published();
    for (const { type, subject, sequence, data } of published.slice(relayed)) {
      const asked = askedBy(type, data);
      if (asked) bus.send({ ...asked, sequence: Number(sequence) }, subject);
    }
    relayed = published.length;
  };
  stage.onCommit(() => {
    if (!isPlanned) world.after(random.int(100, 5000), relay);
    isPlanned = true;
  });
  return () => !isPlanned;
}

/** Changes and invoices come once the order is in the system. Answers whether all of them have come. */
export function askAsOrdersAreThere(stage: Stage): () => boolean {
  const { world, records, random, story } = stage;
  const asked = new Set<string>();
  let seen = 0;
  let toCome = 0;
  const ask = (wait: number, request: () => Promise<void>): void => {
    toCome += 1;
    world.after(wait, () => {
      void request().then(() => {
        toCome -= 1;
      });
    });
  };
  stage.onCommit(() => {
    const published = records.published();
    const there = published.slice(seen).filter(({ type }) => type === created);
    seen = published.length;
    for (const order of story.orders) {
      if (asked.has(order.id) || there.every(({ subject }) => subject !== order.id)) continue;
      asked.add(order.id);
      let wait = 0;
      for (const [index] of order.changes.entries()) {
        wait += random.int(1, 6 * MINUTE);
        ask(wait, () => requestChange(records, order, index + 1));
      }
      for (const [index] of order.invoices.entries()) {
        ask(random.int(1, 15 * MINUTE), () => requestInvoice(records, order, index));
      }
    }
  });
  return () => toCome === 0;
}

export function sweepEveryMinute(stage: Stage, wakes: PostingWakes): void {
  const sweep = (own: Process) =>
    wakeDuePostings({ store: own.port(stage.store), wakes: own.port(wakes), clock: own.clock });
  everySoOften(
    stage.world,
    () => MINUTE,
    () => spawn(stage, sweep, () => undefined),
  );
}

/** A person who redrives, without need at first, and with persistence once all is repaired. */
export function redriveNowAndThen(stage: Stage): void {
  const { world, random, story, isChaos, postings, simulated } = stage;
  const redrive =
    ({ operation, documentId }: Posting) =>
    (own: Process) =>
      redrivePosting(
        { store: own.port(stage.store), records: own.port(stage.records) },
        { operation, documentId, actor: { kind: 'person', id: 'ben' }, reason: 'Repaired.', correlationId },
      );
  const hasLooked = ({ reference }: Posting): boolean =>
    world.nowMs() > START + story.chaosMs + 15 * MINUTE &&
    [...simulated.orders(), ...simulated.amended(), ...simulated.invoices()].every(
      (document) => document.reference !== reference || document.state !== 'confirmed',
    );
  everySoOften(
    world,
    () => random.int(1, 5) * MINUTE,
    () => {
      const { id, refusal } = random.pick(documentsOf(story));
      const posting = postings.all().find(({ documentId }) => documentId === id);
      const state = posting?.state.name;
      const isWorthIt = isChaos() ? random.chance(0.5) : refusal !== 'always';
      const isAllowed =
        state === 'refused' || (state === 'needs-person' && posting !== undefined && hasLooked(posting));
      if (posting && isWorthIt && isAllowed) spawn(stage, redrive(posting), () => undefined);
    },
  );
}

/** Nothing is left to do for a machine, nor for a person who can repair. */
export const isAllDone = (story: Story, postings: readonly Posting[]): boolean =>
  story.orders.every(({ id }) => postings.some(({ documentId }) => documentId === id)) &&
  postings.every((posting) => {
    const known = documentsOf(story).find(({ id }) => id === posting.documentId);
    return (isQuiet(posting) && !isRepairable(posting, known)) || waitsForPerson(posting, postings);
  });

/** What was refused only for a time is posted in the end; a change, unless a newer one has come between. */
const isRepairable = ({ state, operation }: Posting, known: StoryDocument | undefined): boolean =>
  state.name === 'refused' && known?.refusal !== 'always' && operation !== 'amend-purchase-order';

/** It stands behind a change of the same order that a person must look up. */
const waitsForPerson = ({ state, laneId }: Posting, postings: readonly Posting[]): boolean =>
  state.name === 'parked' &&
  state.because.code === 'posting-waits' &&
  postings.some((other) => other.laneId === laneId && other.state.name === 'needs-person');

export function everySoOften(world: Scheduler, wait: () => number, run: () => void): void {
  const again = (): void => {
    run();
    world.after(wait(), again);
  };
  world.after(wait(), again);
}

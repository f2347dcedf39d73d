import { problem } from '#core/kernel/problem.ts';
import { fail, ok, type Result } from '#core/kernel/result.ts';
import { isAcknowledgement } from './answer-interchange.ts';
import { applyAnswer } from './apply-answer.ts';
import { finishInterchange } from './finish-interchange.ts';
import type { ExchangePorts } from './ports.ts';
import { answerOfService, answersOf } from './read-answers.ts';
import { eventsOf } from './read-file.ts';
import { keepTaken, type Splitting, type Taken, takeTransaction } from './split-interchange.ts';

/** Transactions that are read before what they say is kept. */
const READ_AT_ONCE = 120;

/**
 * Read a kept file and take apart the interchanges at the given places, each closed before the next begins.
 * Problems: `file-missing`; whatever the store answers.
 */
export async function splitFile(
  ports: ExchangePorts,
  contentKey: string,
  splittings: ReadonlyMap<number, Splitting>,
): Promise<Result<void>> {
  if (splittings.size === 0) return ok(undefined);
  const content = await ports.objects.read('documents', contentKey);
  const events = content && (await eventsOf(content));
  if (!events) return fail(problem('file-missing', `${contentKey} is gone`));
  let place = 0;
  let open = splitterFor(ports, splittings.get(place));
  for await (const event of events) {
    if (event.kind === 'transaction') {
      const kept = await open?.take(event.transaction);
      if (kept?.ok === false) return kept;
    } else if (event.kind === 'interchange-closed') {
      const closed = await open?.close();
      if (closed?.ok === false) return closed;
      place += 1;
      open = splitterFor(ports, splittings.get(place));
    }
  }
  return ok(undefined);
}

/** Takes the transactions of one interchange as they are read. */
function splitterFor(ports: ExchangePorts, splitting: Splitting | undefined) {
  if (!splitting) return undefined;
  const around = splitting.interchange.groups.flatMap(({ outcome, reference, transactions }) =>
    transactions.map(() => ({ refusedAround: outcome === 'rejected', groupReference: reference })),
  );
  const done: Taken[] = [];
  let read: Taken[] = [];
  let place = 0;
  const keep = async (): Promise<Result<void>> => {
    const kept = await keepTaken(ports, read, splitting);
    if (!kept.ok) return kept;
    const applied = await applyAnswers(ports, splitting, read);
    done.push(...kept.value.map(withoutBody));
    read = [];
    return applied;
  };
  return {
    take: async (transaction: Taken['answered']): Promise<Result<void>> => {
      const { refusedAround = false, groupReference = '' } = around[place] ?? {};
      const placed = { place, transaction, refusedAround, groupReference };
      place += 1;
      read.push(await takeTransaction(splitting, placed, ports.clock.now()));
      return read.length < READ_AT_ONCE ? ok(undefined) : keep();
    },
    close: async (): Promise<Result<void>> => {
      const kept = await keep();
      if (!kept.ok) return kept;
      const noted = await applyServices(ports, splitting);
      return noted.ok ? finishInterchange(ports, splitting, done) : noted;
    },
  };
}

/** The partner's acknowledgements among what was read. */
const applyAnswers = (ports: ExchangePorts, splitting: Splitting, read: readonly Taken[]) =>
  applyEach(
    ports,
    splitting,
    read.flatMap(({ answered, rejected }) =>
      isAcknowledgement(answered.type) && !rejected ? answersOf(answered) : [],
    ),
  );

/** TA1 segments, which stand in no transaction. */
const applyServices = (ports: ExchangePorts, splitting: Splitting) =>
  applyEach(
    ports,
    splitting,
    splitting.interchange.services.flatMap((service) => answerOfService(service) ?? []),
  );

async function applyEach(
  ports: ExchangePorts,
  { record, correspondent, correlationId }: Splitting,
  answers: ReturnType<typeof answersOf>,
): Promise<Result<void>> {
  for (const answer of answers) {
    const interchangeId = record.id;
    const applied = await applyAnswer(ports, { correspondent, interchangeId, answer, correlationId });
    if (!applied.ok) return applied;
  }
  return ok(undefined);
}

/** What the acknowledgement needs, so that a large file is never in memory as a whole. */
function withoutBody({ json: _json, answered: { root: _root, segments, ...rest }, ...taken }: Taken): Taken {
  return { ...taken, answered: { ...rest, segments: segments.slice(0, 1) } };
}

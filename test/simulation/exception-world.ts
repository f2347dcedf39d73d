/**
 * Exceptions in a bad world: use cases find the same causes again and again, people decide at the same moment, sweeps
 * overlap, decisions are heard of several times and late, and processes die anywhere. Then all becomes quiet.
 */
import { applyResolution, type StepRuns } from '#business/exceptions/apply-resolution.ts';
import { claimException } from '#business/exceptions/claim-exception.ts';
import { commentException } from '#business/exceptions/comment-exception.ts';
import { escalateExceptions } from '#business/exceptions/escalate-exceptions.ts';
import { exceptionRules } from '#business/exceptions/kinds.ts';
import { exceptionChange } from '#business/exceptions/open-exception.ts';
import type { ExceptionPorts } from '#business/exceptions/ports.ts';
import { reopenException } from '#business/exceptions/reopen-exception.ts';
import { resolveException } from '#business/exceptions/resolve-exception.ts';
import type { Exception, ExceptionKind } from '#core/canonical/exception.ts';
import { decideAgain } from '#core/kernel/decide-again.ts';
import { problem } from '#core/kernel/problem.ts';
import type { Records, StoredRecord } from '#core/kernel/records.ts';
import { fail, ok, unwrap } from '#core/kernel/result.ts';
import { aDraft } from '#test/builders/an-exception.ts';
import { type MemoryRecords, memoryRecords } from '#test/doubles/memory-records.ts';
import { type Persistence, persist, repeatedly, someTrouble } from './persist.ts';
import { type Random, randomOf } from './random.ts';
import { noTrouble, type Process, type Scheduler, scheduler } from './scheduler.ts';

const MINUTE = 60_000;
const START = '2026-11-23T08:00:00.000Z';
const kinds = ['price-difference', 'posting-refused', 'unknown-partner'] as const satisfies ExceptionKind[];
const correlationId = 'cor-of-exceptions';

/** What a test breaks on purpose. */
export interface ExceptionSabotage {
  readonly records?: (records: MemoryRecords) => MemoryRecords;
  /** Decisions are forgotten by whoever carries them out. */
  readonly deaf?: boolean;
}

export interface ExceptionWorld {
  readonly records: MemoryRecords;
  readonly causes: number;
  /** Each decision that was carried out, as `exception@when`. */
  readonly effects: ReadonlySet<string>;
  /** Each decision that could not be carried out for good. */
  readonly impossible: ReadonlySet<string>;
  readonly all: () => Promise<readonly StoredRecord<'exception'>[]>;
}

interface Stage extends Persistence {
  readonly records: MemoryRecords;
  readonly ports: (own: Process) => ExceptionPorts;
  readonly isQuiet: () => boolean;
}

export async function runExceptionWorld(
  seed: number,
  sabotage: ExceptionSabotage = {},
): Promise<ExceptionWorld> {
  const random = randomOf(seed);
  const endOfChaos = Date.parse(START) + random.int(5, 90) * MINUTE;
  const trouble = someTrouble(random);
  const world: Scheduler = scheduler(random, Date.parse(START), () => (isQuiet() ? noTrouble : trouble));
  const isQuiet = (): boolean => world.nowMs() >= endOfChaos;
  const whole = memoryRecords({ clock: world.clock });
  const records = sabotage.records?.(whole) ?? whole;
  const ports = (own: Process): ExceptionPorts => ({ records: own.port<Records>(records), clock: own.clock });
  const stage: Stage = { world, random, records, ports, isQuiet };
  const causes = random.int(1, 4);
  for (let n = 0; n < causes; n += 1) findCause(stage, n);
  for (let n = 0; n < random.int(1, 3); n += 1) workOnThem(stage, `person-${n}`);
  sweepAgainAndAgain(stage);
  const { effects, impossible } = carryOut(stage, sabotage.deaf ?? false);
  await world.run(endOfChaos + 60 * MINUTE);
  return { records, causes, effects, impossible, all: () => allOf(records) };
}

/** A use case finds its cause, several times over, now and then with other evidence. */
function findCause({ world, random, ports }: Stage, n: number): void {
  const kind = kinds[n % kinds.length] ?? 'price-difference';
  const times = random.int(1, 4);
  for (let time = 0; time < times; time += 1) {
    const received = random.chance(0.4) ? `${random.int(13, 14)} EUR` : '13 EUR';
    const draft = aDraft({ kind, cause: [`po-${n}`], evidence: [{ what: 'price', received }] });
    const find = (own: Process) =>
      decideAgain(async () => {
        const parts = ports(own);
        const change = await exceptionChange(parts, draft);
        return change ? parts.records.commit({ changes: [change], correlationId }) : ok(undefined);
      });
    world.after(random.int(0, 40) * MINUTE, () =>
      persist({ world, random }, async (own) => unwrap(await find(own))),
    );
  }
}

/** A person looks at the list again and again, and does something about what is there. */
function workOnThem(stage: Stage, id: string): void {
  const { world, random, records, ports } = stage;
  const once = async (own: Process): Promise<void> => {
    const [first, ...more] = await allOf(records);
    if (!first) return;
    const { id: exceptionId, version: expectedVersion, body } = random.pick([first, ...more]);
    const actor = { kind: 'person', id } as const;
    await wish(ports(own), { exceptionId, expectedVersion, actor, correlationId }, body, random);
  };
  const again = (): void => {
    if (stage.isQuiet()) return;
    const ended = () => world.after(random.int(5, 300) * 1000, again);
    world.spawn(once, { lifetimeMs: MINUTE, skewMs: 0, ended });
  };
  world.after(random.int(0, 300) * 1000, again);
}

type Asked = Parameters<typeof claimException>[1];

function wish(ports: ExceptionPorts, asked: Asked, { kind, state }: Exception, random: Random) {
  if (state === 'resolved') {
    return random.chance(0.3) ? reopenException(ports, { ...asked, reason: 'again' }) : undefined;
  }
  const [first = 'close', ...more] = exceptionRules[kind].actions;
  if (random.chance(0.6)) {
    const decided = random.pick([first, ...more]);
    return resolveException(ports, { ...asked, decided, reason: 'decided' });
  }
  return random.chance(0.5)
    ? claimException(ports, asked)
    : commentException(ports, { ...asked, text: 'a word' });
}

function sweepAgainAndAgain({ world, random, ports }: Stage): void {
  const sweep = (): void => {
    world.spawn(async (own) => void (await escalateExceptions(ports(own))), {
      lifetimeMs: MINUTE,
      skewMs: random.int(-2000, 2000),
      ended: () => undefined,
    });
    world.after(MINUTE, sweep);
  };
  world.after(MINUTE, sweep);
}

/** Every decision gets to whoever carries it out, perhaps several times; some cannot be carried out at all. */
function carryOut(stage: Stage, deaf: boolean) {
  const { world, random, records, ports } = stage;
  const effects = new Set<string>();
  const impossible = new Set<string>();
  const done = async ({ id, body }: StoredRecord<'exception'>) => {
    const decision = `${id}@${body.resolution?.at}`;
    if (impossible.has(decision) || (!effects.has(decision) && random.chance(0.15))) {
      impossible.add(decision);
      return fail(problem('state-not-allowed', 'it cannot be done'));
    }
    // The rooms find their own effect by an id that derives from the decision.
    effects.add(decision);
    return ok(undefined);
  };
  const runs: StepRuns = {
    'buyer-decision': done,
    'extend-answer': done,
    resend: done,
    'extend-acknowledgement': done,
    reprocess: done,
    'reject-document': done,
    'override-invoice': done,
    'reject-invoice': done,
    'reprocess-invoice': done,
    'post-again': done,
  };
  let relayed = 0;
  const relay = (): void => {
    const published = records.published();
    for (const { type, subject: exceptionId } of published.slice(relayed)) {
      if (type !== 'crossdock.exception-resolved.v1' || deaf) continue;
      repeatedly(stage, 3, async (own) =>
        unwrap(await applyResolution(ports(own), runs, { exceptionId, correlationId })),
      );
    }
    relayed = published.length;
    world.after(2000, relay);
  };
  world.after(2000, relay);
  return { effects, impossible };
}

async function allOf(records: Records): Promise<readonly StoredRecord<'exception'>[]> {
  const scopes = ['buyer', 'ops', 'edi_coordinator'].flatMap((role) => [`${role}#open`, `${role}#resolved`]);
  const pages = await Promise.all(
    scopes.map((scope) => records.list('exception', { list: 'exceptions', scope, limit: 100 })),
  );
  return pages.flatMap(({ entries }) => entries);
}

/**
 * One run of proposing, approving and ordering in a bad world: a workflow per approval group whose steps are repeated,
 * people who decide at the same moment, wakes that are repeated or come too early. Then all becomes quiet.
 */
import { requestPurchaseOrder } from '#business/purchasing/request-purchase-order.ts';
import { approveProposal } from '#business/replenishment/approve-proposal.ts';
import { awaitApproval } from '#business/replenishment/await-approval.ts';
import { proposeGroup } from '#business/replenishment/propose-group.ts';
import { rejectProposal } from '#business/replenishment/reject-proposal.ts';
import { wakeApprovalGroup } from '#business/replenishment/wake-approval-group.ts';
import { unwrap } from '#core/kernel/result.ts';
import { replenishmentRoom } from '#test/builders/replenishment-room.ts';
import { type Persistence, persist, repeatedly, someTrouble } from './persist.ts';
import { randomOf } from './random.ts';
import { noTrouble, type Process, scheduler } from './scheduler.ts';

const MINUTE = 60_000;
const correlationId = 'cor-replenishment-room';
const decided = 'crossdock.approval-group-decided.v1';

type Room = ReturnType<typeof replenishmentRoom>;

interface Stage extends Persistence {
  readonly room: Room;
  readonly runId: string;
  readonly sabotage: ApprovalSabotage;
}

export interface ApprovalWorld {
  readonly room: Room;
  readonly runId: string;
  readonly groups: readonly string[];
  /** What each workflow ended with: the order it made, or null where nothing was approved. */
  readonly ended: ReadonlyMap<string, string | null>;
}

/** What a test breaks on purpose. */
export interface ApprovalSabotage {
  readonly records?: (records: Room['records']) => Room['records'];
  /** The wake that the step which keeps the token gives itself. */
  readonly ownWake?: Task;
}

export async function runApprovalWorld(
  seed: number,
  sabotage: ApprovalSabotage = {},
): Promise<ApprovalWorld> {
  const random = randomOf(seed);
  const whole = replenishmentRoom();
  const room = { ...whole, records: sabotage.records?.(whole.records) ?? whole.records };
  const { runId, groups } = await concludedRun(room, random.int(1, 4), random.chance(0.3));
  const start = Date.parse(room.clock.now());
  const endOfChaos = start + random.int(2, 8) * MINUTE;
  const trouble = someTrouble(random);
  const world = scheduler(random, start, () => (world.nowMs() < endOfChaos ? trouble : noTrouble));
  const stage: Stage = { world, random, room, runId, sabotage };

  const wake = workflows(stage, groups);
  relayDecisions(stage, wake.task);
  for (let person = 0; person < random.int(1, 3); person += 1)
    decideUntilNothingWaits(stage, `buyer-${person}`);
  await world.run(start + 600 * MINUTE, () => wake.ended.size === groups.length);
  return { room, runId, groups, ended: wake.ended };
}

/** A run whose groups are known and of which nothing is proposed yet. */
async function concludedRun(room: Room, items: number, byPolicy: boolean) {
  const ids = Array.from({ length: items }, (_, n) => `I${n + 1}`);
  await room.stock(...ids);
  if (byPolicy) room.autoApprove({ maximumValue: [{ amount: '40', currency: 'EUR' }] });
  await room.release(
    'fr-1',
    ids.flatMap((itemId, n) => [
      { itemId, locationId: 'HAM', quantities: new Array(13).fill(n % 2 === 0 ? '100' : '400') },
      { itemId, locationId: 'MUC' },
    ]),
  );
  const { runId } = unwrap(await room.prepare('fr-1'));
  await room.plan(runId);
  const { groupsKey } = unwrap(await room.conclude(runId));
  return { runId, groups: room.groups(groupsKey) };
}

/** A workflow a group: propose, wait for a person where one must decide, order. Only the latest token wakes it. */
function workflows(stage: Stage, groups: readonly string[]) {
  const { room, runId } = stage;
  const ended = new Map<string, string | null>();
  const waiting = new Map<string, string>();
  let tokens = 0;
  const order = (approvalGroupId: string): void =>
    persist(
      stage,
      async (own) =>
        unwrap(
          await requestPurchaseOrder(
            { records: own.port(room.records), settings: room.settings, clock: own.clock },
            { approvalGroupId, correlationId },
          ),
        ),
      ({ purchaseOrderId }) => ended.set(approvalGroupId, purchaseOrderId),
    );
  const task = async (token: string) => {
    const group = waiting.get(token);
    waiting.delete(token);
    if (group !== undefined) order(group);
    return group === undefined ? ('not-waiting' as const) : ('woken' as const);
  };
  const wait = (approvalGroupId: string): void =>
    persist(stage, async (own) => {
      for (const [token, group] of waiting) if (group === approvalGroupId) waiting.delete(token);
      const taskToken = `token-${tokens++}`;
      waiting.set(taskToken, approvalGroupId);
      const parts = {
        records: own.port(room.records),
        clock: own.clock,
        wake: throughTask(own, stage.sabotage.ownWake ?? task),
      };
      unwrap(await awaitApproval(parts, { approvalGroupId, taskToken }));
    });
  for (const approvalGroupId of groups) {
    persist(
      stage,
      async (own) => {
        const parts = { records: own.port(room.records), objects: own.port(room.objects), clock: own.clock };
        return unwrap(await proposeGroup(parts, { runId, approvalGroupId, correlationId }));
      },
      ({ approval }) => (approval === 'person' ? wait(approvalGroupId) : order(approvalGroupId)),
    );
  }
  return { ended, task };
}

type Task = (token: string) => Promise<'woken' | 'not-waiting'>;

const throughTask = (own: Process, wake: Task): Task => own.port({ wake }).wake;

/** Every event that a group is decided gets to its consumer, perhaps several times. */
function relayDecisions(stage: Stage, task: Task): void {
  const { world, room } = stage;
  let relayed = 0;
  const relay = (): void => {
    const published = room.records.published();
    for (const { type, subject } of published.slice(relayed)) {
      if (type !== decided) continue;
      repeatedly(stage, 3, async (own) => {
        const parts = { records: own.port(room.records), wake: throughTask(own, task) };
        unwrap(await wakeApprovalGroup(parts, { approvalGroupId: subject }));
      });
    }
    relayed = published.length;
    world.after(2000, relay);
  };
  world.after(2000, relay);
}

/** A person looks at the list again and again, and decides what is there. */
function decideUntilNothingWaits(stage: Stage, person: string): void {
  const { world, random, room, runId } = stage;
  const decideOne = async (own: Process): Promise<void> => {
    const all = await room.proposalsOf(runId);
    const [first, ...more] = all.filter(({ body }) => body.state === 'waiting');
    if (!first) return;
    const { id, version } = random.pick([first, ...more]);
    const ports = { records: own.port(room.records), clock: own.clock };
    const decision = {
      proposalId: id,
      expectedVersion: version,
      actor: { kind: 'person', id: person },
      correlationId,
    } as const;
    const reason = 'Campaign cancelled.';
    await (random.chance(0.7)
      ? approveProposal(ports, decision)
      : rejectProposal(ports, { ...decision, reason }));
  };
  const again = (): void => {
    world.spawn(decideOne, {
      lifetimeMs: MINUTE,
      skewMs: 0,
      ended: () => world.after(random.int(1, 20) * 1000, again),
    });
  };
  world.after(random.int(0, 20) * 1000, again);
}

import { systemClock } from '#core/kernel/clock.ts';
import { dateOfInstant } from '#core/kernel/dates.ts';
import { Blocked } from '../bootstrap/blocked.mjs';
import { distributor, type Size } from '../erp-seed/distributor.ts';
import { forecastFile } from '../erp-seed/forecast-file.ts';
import type { RunFolder } from '../process/run-folder.ts';
import type { Supervisor } from '../process/supervisor.ts';
import { phase, type Say } from '../progress.ts';
import type { RunningStack } from '../raise-stack.ts';
import { agreeWithSuppliers } from './agree-with-suppliers.ts';
import { askErpForOurOrders, type ErpOrder } from './ask-erp.ts';
import { agreeOnForecasts } from './configure.ts';
import { dropForecast } from './drop-forecast.ts';
import { followItem } from './follow-item.ts';
import { untilOrdered, untilProposed, untilReleased } from './follow-release.ts';
import { meetSuppliers, type SuppliersAtWork } from './meet-suppliers.ts';
import { type People, peopleByApi } from './people.ts';
import { type Eyes, prepare } from './prepare.ts';
import { acceptAnswer } from './repair.ts';
import { smallestWaiting } from './smallest-waiting.ts';
import type { Story } from './tell-story.ts';
import { openExceptions, trade } from './trade.ts';
import { untilArrivedAgain, verifyOrders } from './verify-orders.ts';

export interface PlayOptions {
  readonly supervisor: Supervisor;
  readonly run: RunFolder;
  readonly stack: RunningStack;
  readonly size: Size;
  readonly seed: number;
  readonly say: Say;
  /** Who decides what waits for a person: people who use the API, unless others are given. */
  readonly people?: (eyes: Eyes) => People;
}

/** What was played, how it can be looked at, and the forecast file as it was dropped. */
export interface Played {
  readonly story: Story;
  readonly eyes: Eyes;
  readonly file: string;
  /** Orders of ours that the ERP held before: none, unless others use it too. */
  readonly before: readonly ErpOrder[];
  readonly suppliers: SuppliersAtWork;
}

/**
 * From a planner's forecast file to purchase orders in the ERP, and on to the suppliers' invoices there.
 * 1. Fill the ERP with a distributor and sync.
 * 2. Drop a forecast file; wait for its release and for what replenishment proposes.
 * 3. Somebody approves one group that waits for a person; wait for the orders.
 * 4. Drop the same file again and ask the ERP itself: nothing is ordered twice.
 * 5. Suppliers answer, ship and invoice by EDI; the warehouse receives; invoices are matched and posted.
 */
export async function play(options: PlayOptions): Promise<Played> {
  const { supervisor, run, stack, size, seed, say } = options;
  const content = distributor(seed, size);
  const today = dateOfInstant(systemClock.now());
  const eyes = await prepare(stack, content, today, say);
  const people = (options.people ?? (({ api }) => peopleByApi(api)))(eyes);
  const suppliers = await phase(
    'Two suppliers are certified and go live by EDI (mock-edi: X12, EDIFACT)',
    say,
    async () => {
      await agreeWithSuppliers(stack.outputs, eyes.records, content.items);
      return meetSuppliers({ supervisor, run, stack, content });
    },
  );
  const before = await askErpForOurOrders(stack.erp);
  const file = forecastFile(content, { seed, today });
  const name = `weekly-plan-${today}`;
  const planned = await plan(stack, eyes, { name: `${name}.csv`, file, say });
  const bought = await buy(eyes, people, planned, say);
  await phase('Dropping the same file again, and asking the ERP itself', say, async () => {
    await dropForecast(stack.outputs, `${name}-again.csv`, file);
    await untilArrivedAgain(eyes.api, planned.dropped.documentId);
    await verifyOrders(stack.erp, bought.orders, before);
  });
  const orders = bought.orders.map(({ id }) => id);
  const traded = await trade({ stack, eyes, people, orders, say });
  const decided = await acceptAnswer(stack, eyes, people, traded, say);
  const undecided = await openExceptions(eyes.records);
  const followed = await followItem(eyes.api, planned.planned.proposals, bought.orders, decided);
  return {
    story: { ...planned, ...bought, traded, decided, undecided, followed },
    eyes,
    file,
    before,
    suppliers,
  };
}

type PlannedPart = Pick<Story, 'dropped' | 'release' | 'planned'>;

async function plan(
  { outputs }: RunningStack,
  { api, records }: Eyes,
  { name, file, say }: { readonly name: string; readonly file: string; readonly say: Say },
): Promise<PlannedPart> {
  await agreeOnForecasts(outputs);
  const dropped = await dropForecast(outputs, name, file);
  const release = await phase(
    `A forecast of ${dropped.rows} rows is dropped; it becomes a release`,
    say,
    () => untilReleased(api, dropped.releaseId),
  );
  if (release.state !== 'approved') {
    throw new Blocked(`The release is ${release.state}, not approved: ${release.reasons.join(' ')}`);
  }
  const planned = await phase('Replenishment is computed', say, () =>
    untilProposed(api, records, release.id),
  );
  return { dropped, release, planned };
}

async function buy(
  { api, records }: Eyes,
  people: People,
  { planned }: PlannedPart,
  say: Say,
): Promise<Pick<Story, 'orders' | 'approvedByHand'>> {
  const chosen = smallestWaiting(planned);
  if (chosen) {
    await phase('A planner approves a group that waits for a person', say, () => people.approveGroup(chosen));
  }
  const decided = planned.groups.filter(({ approval, id }) => approval === 'policy' || id === chosen?.id);
  const orders = await phase(`${decided.length} purchase orders go to the ERP`, say, () =>
    untilOrdered(api, records, decided),
  );
  return { orders, approvedByHand: chosen?.proposalIds.length ?? 0 };
}

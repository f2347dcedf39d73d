/**
 * One run of concluding and approving forecast releases in a bad world: every conclusion is delivered several times,
 * functions die, answers get lost, planners approve at the same moment. Then all becomes quiet.
 */
import { approveForecastRelease } from '#business/forecasting/approve-forecast-release.ts';
import { concludeForecastRelease } from '#business/forecasting/conclude-forecast-release.ts';
import { unwrap } from '#core/kernel/result.ts';
import { forecastDesk } from '#test/builders/forecast-desk.ts';
import { aForecastCsv, weeklyRows } from '#test/builders/forecast-file.ts';
import { type Persistence, persist, repeatedly, someTrouble } from './persist.ts';
import { randomOf } from './random.ts';
import { noTrouble, type Process, scheduler } from './scheduler.ts';

const MINUTE = 60_000;
const correlationId = 'cor-00000001';

export type Desk = Awaited<ReturnType<typeof checkedReleases>>;

export async function runReleaseWorld(seed: number): Promise<Desk> {
  const random = randomOf(seed);
  const desk = await checkedReleases(random.int(1, 4), random.chance(0.7), random.pick(['1', '50', '100']));
  const start = Date.parse(desk.clock.now());
  const endOfChaos = start + random.int(1, 5) * MINUTE;
  const trouble = someTrouble(random);
  const world = scheduler(random, start, () => (world.nowMs() < endOfChaos ? trouble : noTrouble));
  const stage: Persistence = { world, random };

  for (const releaseId of desk.releaseIds) {
    repeatedly(stage, 3, async (own) => {
      const ports = {
        records: own.port(desk.records),
        objects: own.port(desk.objects),
        settings: desk.settings,
      };
      unwrap(await concludeForecastRelease({ ...ports, clock: own.clock }, { releaseId, correlationId }));
    });
    const planners = random.int(0, 2);
    for (let planner = 0; planner < planners; planner += 1) {
      world.after(random.int(0, 5) * MINUTE, () =>
        persist(stage, approval(desk, releaseId, `planner-${planner}`)),
      );
    }
  }
  await world.run(start + 120 * MINUTE);
  return desk;
}

/** A planner looks, and approves what is held; what others have decided meanwhile stays. */
const approval = (desk: Desk, releaseId: string, planner: string) => async (own: Process) => {
  const records = own.port(desk.records);
  const seen = await records.get('forecast-release', releaseId);
  if (seen?.body.state !== 'held') return;
  await approveForecastRelease(
    { records, clock: own.clock },
    {
      ...{ releaseId, correlationId, expectedVersion: seen.version, reason: 'Seen and meant.' },
      actor: { kind: 'person', id: planner },
    },
  );
};

/** So many releases whose chunks are checked and that wait for their conclusion. */
async function checkedReleases(howMany: number, approveAutomatically: boolean, anomalyPercent: string) {
  const desk = forecastDesk().withPolicy({ approveAutomatically, anomalyPercent });
  await desk.withItems('ITEM-1');
  await desk.withLocations('DC-1');
  const releaseIds: string[] = [];
  for (let n = 0; n < howMany; n += 1) {
    desk.clock.advance(1000);
    const documentId = await desk.drop(aForecastCsv(weeklyRows(3, { quantity: String(40 + 15 * n) })));
    const split = unwrap(await desk.split(documentId));
    if (split.outcome !== 'split') throw new Error('a good file was not split');
    for (let partition = 0; partition < split.partitions; partition += 1) {
      unwrap(await desk.check(split.releaseId, partition));
    }
    releaseIds.push(split.releaseId);
  }
  return { ...desk, releaseIds };
}

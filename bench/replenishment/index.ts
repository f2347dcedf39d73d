/**
 * How many decision records a second one core computes: 13 weeks, open orders, all rules, the whole record object,
 * with and without writing it out. Peers that do this do not exist as libraries; the figure stands alone.
 */
import { performance } from 'node:perf_hooks';
import { decide } from '#business/replenishment/decide.ts';
import { type PlanningContext, planningContext } from '#business/replenishment/planning-context.ts';
import type { DecisionRecord, PlanningInput } from '#core/canonical/decision-record.ts';
import { aPlanningInput, thePosition, theTerms } from '#test/builders/a-planning-input.ts';

const SIZE = 20_000;
const ROUNDS = 25;
const moment = { runId: 'run-bench', plannedAt: '2026-11-23T08:00:00.000Z', reviewDays: 7 };

/** Believable lines: every second one has an open order, about three in four need an order, some are refused. */
function lines(): PlanningInput[] {
  const shared = aPlanningInput();
  let seed = 7;
  const next = (below: number): number => {
    seed = (Math.imul(seed, 1103515245) + 12345) >>> 0;
    return (seed >>> 8) % below;
  };
  return Array.from(
    { length: SIZE },
    (_, index): PlanningInput => ({
      ...shared,
      itemId: `I${index}`,
      policy: { version: 1, method: 'time_phased', safetyStock: String(next(200)), eligible: next(50) > 0 },
      position: thePosition({
        onHand: String(next(900)),
        allocated: String(next(50)),
        onHold: String(next(20)),
      }),
      terms: theTerms({
        id: `S1:I${index}`,
        leadTimeDays: 3 + next(15),
        orderUnit: next(2) === 0 ? 'XCS' : 'EA',
        minimumOrderQuantity: String(1 + next(10)),
        orderMultiple: String(1 + next(4)),
      }),
      supply:
        next(2) === 0
          ? []
          : [
              {
                purchaseOrderId: `po-${index}`,
                version: 1,
                lineNumber: 1,
                state: 'confirmed',
                openQuantity: String(100 + next(300)),
                expectedDate: `2026-12-${String(1 + next(28)).padStart(2, '0')}`,
              },
            ],
      forecast: {
        releaseId: 'fr-1',
        unit: 'EA',
        from: '2026-11-30',
        quantities: Array.from({ length: 13 }, () => `${next(400)}.${1 + next(9)}`),
      },
    }),
  );
}

interface Rate {
  /** By the clock on the wall, the best round. */
  readonly wall: number;
  /** By the processor time of all threads of this process, over all rounds: not disturbed by what else runs. */
  readonly cpu: number;
}

function best(round: (context: PlanningContext) => void): Rate {
  let wall = 0;
  const before = process.cpuUsage();
  for (let count = 0; count < ROUNDS; count += 1) {
    const started = performance.now();
    round(planningContext(moment));
    wall = Math.max(wall, SIZE / ((performance.now() - started) / 1e3));
  }
  const { user, system } = process.cpuUsage(before);
  return { wall, cpu: (ROUNDS * SIZE) / ((user + system) / 1e6) };
}

export async function run(_args: string[]): Promise<void> {
  const inputs = lines();
  let outcomes: Partial<Record<DecisionRecord['outcome'], number>> = {};
  const computed = best((context) => {
    outcomes = {};
    for (const input of inputs) {
      const { outcome } = decide(input, context);
      outcomes[outcome] = (outcomes[outcome] ?? 0) + 1;
    }
  });
  let bytes = 0;
  const written = best((context) => {
    bytes = 0;
    for (const input of inputs) bytes += JSON.stringify(decide(input, context)).length + 1;
  });
  process.stderr.write(`${SIZE} item-locations, 13 weeks each: ${JSON.stringify(outcomes)}\n`);
  process.stderr.write(`a record is ${Math.round(bytes / SIZE)} bytes of NDJSON\n`);
  print('decision_records_per_second', computed);
  print('decision_records_as_ndjson_per_second', written);
}

function print(figure: string, { wall, cpu }: Rate): void {
  const value = Math.round(wall);
  const result = { bench: 'replenishment', figure, value, unit: 'records/s', size: SIZE, weeks: 13 };
  process.stdout.write(`${JSON.stringify(result)}\n`);
  process.stderr.write(`${figure} by processor time: ${Math.round(cpu)} records/s\n`);
}

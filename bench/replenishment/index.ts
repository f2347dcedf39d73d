/**
 * How many decision records a second one core computes: 13 weeks, open orders, all rules, the whole record object,
 * with and without writing it out. Peers that do this do not exist as libraries; the figure stands alone.
 */
import { performance } from 'node:perf_hooks';
import { decide } from '#business/replenishment/decide.ts';
import { planningContext } from '#business/replenishment/planning-context.ts';
import type { DecisionRecord, PlanningInput } from '#core/canonical/decision-record.ts';
import { aPlanningInput, thePosition, theTerms } from '#test/builders/a-planning-input.ts';

const SIZE = 20_000;
const ROUNDS = 15;

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

function best(round: () => number): number {
  let most = 0;
  for (let count = 0; count < ROUNDS; count += 1) most = Math.max(most, round());
  return Math.round(most);
}

const perSecond = (count: number, started: number): number => count / ((performance.now() - started) / 1000);

export async function run(_args: string[]): Promise<void> {
  const inputs = lines();
  const moment = { runId: 'run-bench', plannedAt: '2026-11-23T08:00:00.000Z', reviewDays: 7 };
  let outcomes: Partial<Record<DecisionRecord['outcome'], number>> = {};
  const records = best(() => {
    outcomes = {};
    const started = performance.now();
    const context = planningContext(moment);
    for (const input of inputs) {
      const { outcome } = decide(input, context);
      outcomes[outcome] = (outcomes[outcome] ?? 0) + 1;
    }
    return perSecond(inputs.length, started);
  });
  let bytes = 0;
  const written = best(() => {
    bytes = 0;
    const started = performance.now();
    const context = planningContext(moment);
    for (const input of inputs) bytes += JSON.stringify(decide(input, context)).length + 1;
    return perSecond(inputs.length, started);
  });
  process.stderr.write(`${SIZE} item-locations, 13 weeks each: ${JSON.stringify(outcomes)}\n`);
  process.stderr.write(`a record is ${Math.round(bytes / SIZE)} bytes of NDJSON\n`);
  print('decision_records_per_second', records);
  print('decision_records_as_ndjson_per_second', written);
}

function print(figure: string, value: number): void {
  const result = { bench: 'replenishment', figure, value, unit: 'records/s', size: SIZE };
  process.stdout.write(`${JSON.stringify(result)}\n`);
}

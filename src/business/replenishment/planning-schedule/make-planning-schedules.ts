import { decisionRecordSchema } from '#core/canonical/decision-record.ts';
import { itemLocationId } from '#core/canonical/inventory.ts';
import type { PlannedItem, PlanningSchedule } from '#core/canonical/planning-schedule.ts';
import type { ReplenishmentRun } from '#core/canonical/proposal.ts';
import { dateOfInstant } from '#core/kernel/dates.ts';
import type { StoredRecord } from '#core/kernel/records.ts';
import { listAll } from '../list-all.ts';
import { runKeys, type Snapshot, snapshotSchema } from '../model.ts';
import { planningContext } from '../planning-context.ts';
import type { ReplenishmentPorts } from '../ports.ts';
import { PLANNING_TURN } from '../take-planning-turn.ts';
import { readJson, readLines } from '../work-objects.ts';
import { horizonOf, plannedItem } from './planned-item.ts';
import { proposedOrders } from './proposed-orders.ts';

export type SchedulePorts = Pick<ReplenishmentPorts, 'records' | 'objects' | 'settings'>;

export interface SupplierSchedule {
  readonly supplierId: string;
  readonly partnerId: string;
  readonly schedule: PlanningSchedule;
}

/**
 * What a run plans to order from each partner that agreed to hear it, a schedule a location (S16).
 * 1. Find the partners with planning schedules in their agreement; without any, nothing is read.
 * 2. Find what became of the orders the run proposed: open orders are no plans any more.
 * 3. Go through the run's decision records once, and gather the items of these partners' suppliers.
 * A run that is not concluded, or after which another took its turn, has no schedule. Numbers grow with the run's start; the schedule
 * replaces that of the last concluded run. Memory holds the planned items of these suppliers.
 */
export async function* makePlanningSchedules(
  ports: SchedulePorts,
  { runId }: { readonly runId: string },
): AsyncGenerator<SupplierSchedule> {
  const run = await ports.records.get('replenishment-run', runId);
  if (run?.body.state !== 'proposed' || !(await isInTurn(ports, runId))) return;
  const partners = await partnersToTell(ports);
  if (partners.size === 0) return;
  const snapshot = await readJson(ports.objects, runKeys.snapshot(runId), snapshotSchema);
  const proposed = await proposedOrders(ports, runId, new Set(partners.keys()));
  const replaces = await numberBefore(ports, run.body);
  for (const gathered of await gather(ports, { run: run.body, snapshot, partners, proposed })) {
    const { supplierId, locationId, items, to } = gathered;
    const issuedOn = dateOfInstant(snapshot.plannedAt);
    const schedule: PlanningSchedule = {
      number: numberOf(run.body),
      ...(replaces !== undefined && { replaces }),
      issuedOn,
      horizon: { from: gathered.from, to },
      supplierId,
      locationId,
      items: [...items].sort((a, b) => (a.itemId < b.itemId ? -1 : 1)),
    };
    yield { supplierId, partnerId: partners.get(supplierId) ?? '', schedule };
  }
}

/** No newer run plans or has planned since. */
const isInTurn = async ({ records }: SchedulePorts, runId: string): Promise<boolean> =>
  (await records.get('planning-turn', PLANNING_TURN))?.body.runId === runId;

/** Partners in production that take planning schedules, by the supplier they speak for. */
async function partnersToTell({ records, settings }: SchedulePorts): Promise<ReadonlyMap<string, string>> {
  const found = new Map<string, string>();
  for await (const { id, body } of listAll(records, 'partner', 'partners')) {
    const agreement = (await settings.get('partner', id))?.value;
    const isTold = agreement?.status === 'active' && agreement.documents.send.includes('planning-schedule');
    if (isTold) found.set(body.supplierId, id);
  }
  return found;
}

interface Gathered {
  readonly supplierId: string;
  readonly locationId: string;
  readonly items: PlannedItem[];
  readonly from: string;
  to: string;
}

interface Sources {
  readonly run: ReplenishmentRun;
  readonly snapshot: Snapshot;
  readonly partners: ReadonlyMap<string, string>;
  readonly proposed: Awaited<ReturnType<typeof proposedOrders>>;
}

async function gather(
  { objects }: SchedulePorts,
  { run, snapshot, partners, proposed }: Sources,
): Promise<readonly Gathered[]> {
  const context = planningContext(snapshot);
  const all = new Map<string, Gathered>();
  for (const { key } of run.decisions ?? []) {
    for await (const record of readLines(objects, key, decisionRecordSchema)) {
      const { itemId, locationId, terms } = record.inputs;
      if (!terms || !partners.has(terms.supplierId)) continue;
      const state = proposed.get(itemLocationId(itemId, locationId)) ?? 'undecided';
      const item = plannedItem(record, state, context);
      if (!item) continue;
      const { supplierId } = terms;
      const { from, to } = horizonOf(record, context.today);
      const place = `${supplierId}#${locationId}`;
      const gathered = all.get(place) ?? { supplierId, locationId, items: [], from, to };
      gathered.items.push(item);
      const last = item.buckets.at(-1)?.period.to ?? to;
      gathered.to = [gathered.to, to, last].sort().at(-1) ?? to;
      all.set(place, gathered);
    }
  }
  return [...all.values()];
}

/** Fourteen digits of the moment the run began: a later run has the higher number. */
const numberOf = ({ startedAt }: ReplenishmentRun): string => startedAt.replace(/\D/g, '').slice(0, 14);

/** How many runs that came to nothing may lie between two releases. */
const MOST_BETWEEN = 20;

async function numberBefore({ records }: SchedulePorts, run: ReplenishmentRun): Promise<string | undefined> {
  let before: StoredRecord<'replenishment-run'> | undefined;
  let id = run.follows;
  for (let step = 0; step < MOST_BETWEEN && id !== undefined; step += 1) {
    before = await records.get('replenishment-run', id);
    if (!before || before.body.counts) return before && numberOf(before.body);
    id = before.body.follows;
  }
  return undefined;
}

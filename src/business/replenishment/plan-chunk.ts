import type { DecisionRecord, PlanningInput } from '#core/canonical/decision-record.ts';
import { type ForecastSeries, forecastSeriesSchema } from '#core/canonical/forecast.ts';
import { itemLocationId } from '#core/canonical/inventory.ts';
import type { ObjectStore } from '#core/kernel/objects.ts';
import { ok, type Result } from '#core/kernel/result.ts';
import { releaseKeys } from '../forecasting/model.ts';
import { decide } from './decide.ts';
import {
  type ChunkPlan,
  type Draft,
  type ItemLocationInput,
  itemLocationInputSchema,
  type Master,
  masterSchema,
  runKeys,
  type Snapshot,
  snapshotSchema,
} from './model.ts';
import { planningContext } from './planning-context.ts';
import { readJson, readLines, writeJson, writeLines } from './work-objects.ts';

/**
 * Plan one partition of a run.
 * 1. Take its forecast series one by one, each with what the snapshot knows of that item and location.
 * 2. Decide, and write a decision record a line; remember where it stands.
 * 3. Write a draft for each line that should be ordered, and the counts.
 * Memory holds the masters and this partition's inputs and drafts; the same run gives the same objects.
 */
export async function planChunk(
  { objects }: { readonly objects: ObjectStore },
  { runId, partition }: { readonly runId: string; readonly partition: number },
): Promise<Result<ChunkPlan>> {
  const snapshot = await readJson(objects, runKeys.snapshot(runId), snapshotSchema);
  const masters = await mastersOf(objects, runId);
  const inputs = await inputsOf(objects, snapshot, partition);
  const series = readLines(objects, releaseKeys.series(snapshot.releaseId, partition), forecastSeriesSchema);
  const context = planningContext(snapshot);
  const tally = { itemLocations: 0, enough: 0, passed: 0, adjusted: 0, refused: 0 };
  const drafts: string[] = [];
  const key = runKeys.decisions(runId, partition);

  async function* records(): AsyncGenerator<string> {
    let offset = 0;
    for await (const forecast of series) {
      const input = inputs.get(itemLocationId(forecast.itemId, forecast.locationId));
      const record = decide(planningInput(snapshot, forecast, masters, input), context);
      const line = JSON.stringify(record);
      const length = Buffer.byteLength(line);
      tally.itemLocations += 1;
      tally[record.outcome] += 1;
      const draft = draftOf(record, { key, offset, length });
      if (draft) drafts.push(JSON.stringify(draft));
      offset += length + 1;
      yield line;
    }
  }
  const decisions = await writeLines(objects, key, records());
  const written = await writeLines(objects, runKeys.drafts(runId, partition), drafts);
  const plan: ChunkPlan = { partition, ...tally, decisions, drafts: written };
  await writeJson(objects, runKeys.result(runId, partition), plan);
  return ok(plan);
}

type MasterOf<K extends Master['kind']> = ReadonlyMap<string, Extract<Master, { kind: K }>>;

interface Masters {
  readonly locations: MasterOf<'location'>;
  readonly suppliers: MasterOf<'supplier'>;
  readonly items: MasterOf<'item'>;
}

async function mastersOf(objects: ObjectStore, runId: string): Promise<Masters> {
  const locations = new Map<string, Extract<Master, { kind: 'location' }>>();
  const suppliers = new Map<string, Extract<Master, { kind: 'supplier' }>>();
  const items = new Map<string, Extract<Master, { kind: 'item' }>>();
  for await (const master of readLines(objects, runKeys.masters(runId), masterSchema)) {
    if (master.kind === 'location') locations.set(master.id, master);
    else if (master.kind === 'supplier') suppliers.set(master.id, master);
    else items.set(master.id, master);
  }
  return { locations, suppliers, items };
}

async function inputsOf(
  objects: ObjectStore,
  snapshot: Snapshot,
  partition: number,
): Promise<ReadonlyMap<string, ItemLocationInput>> {
  const inputs = new Map<string, ItemLocationInput>();
  for (const part of snapshot.inputs.filter((candidate) => candidate.partition === partition)) {
    for await (const input of readLines(objects, part.key, itemLocationInputSchema)) {
      inputs.set(itemLocationId(input.itemId, input.locationId), input);
    }
  }
  return inputs;
}

function planningInput(
  { releaseId }: Snapshot,
  { itemId, locationId, unit, from, quantities }: ForecastSeries,
  { locations, suppliers, items }: Masters,
  known: ItemLocationInput | undefined,
): PlanningInput {
  const master = items.get(itemId);
  return {
    itemId,
    locationId,
    item: master?.item,
    location: locations.get(locationId)?.location,
    supplier: master?.terms && suppliers.get(master.terms.supplierId)?.supplier,
    terms: master?.terms,
    policy: known?.policy,
    position: known?.position,
    supply: known?.supply ?? [],
    forecast: { releaseId, unit, from, quantities },
  };
}

function draftOf(
  { inputs, requirement, order }: DecisionRecord,
  decisionRecord: Draft['decisionRecord'],
): Draft | undefined {
  if (!requirement || !order || !inputs.terms) return undefined;
  const { itemId, locationId } = inputs;
  const netRequirement = { value: requirement.quantity, unit: requirement.unit };
  const { needDate } = requirement;
  return { itemId, locationId, netRequirement, needDate, order, price: inputs.terms.price, decisionRecord };
}

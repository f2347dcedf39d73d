import { releaseKeys } from '#business/forecasting/model.ts';
import { requestPurchaseOrder } from '#business/purchasing/request-purchase-order.ts';
import { approveProposal } from '#business/replenishment/approve-proposal.ts';
import { awaitApproval } from '#business/replenishment/await-approval.ts';
import { concludeReplenishment } from '#business/replenishment/conclude-replenishment.ts';
import { planChunk } from '#business/replenishment/plan-chunk.ts';
import { prepareReplenishment } from '#business/replenishment/prepare-replenishment.ts';
import { proposeGroup } from '#business/replenishment/propose-group.ts';
import { rejectProposal } from '#business/replenishment/reject-proposal.ts';
import type { ForecastSeries } from '#core/canonical/forecast.ts';
import { itemLocationId } from '#core/canonical/inventory.ts';
import { partitionOf } from '#core/canonical/partition.ts';
import type { RecordBody } from '#core/canonical/record-schemas.ts';
import type { ApprovalPolicy } from '#core/canonical/settings.ts';
import type { AnyChange } from '#core/kernel/records.ts';
import { unwrap } from '#core/kernel/result.ts';
import { fixedClock } from '#test/doubles/fixed-clock.ts';
import { memoryObjects } from '#test/doubles/memory-objects.ts';
import { memoryRecords } from '#test/doubles/memory-records.ts';
import { memorySettings } from '#test/doubles/memory-settings.ts';

const provenance = { system: 'tryton', receivedAt: '2026-11-22T00:00:00.000Z' };
const correlationId = 'cor-replenishment-room';
const PARTITIONS = 4;

export const anItem = (differing: Partial<RecordBody<'item'>> = {}): RecordBody<'item'> => ({
  id: 'I1',
  description: 'Bolt M8',
  status: 'active',
  hierarchy: ['hardware'],
  baseUnit: 'EA',
  packs: [{ unit: 'XCS', holds: '48' }],
  identifiers: [],
  provenance,
  ...differing,
});

export const aLocation = (differing: Partial<RecordBody<'location'>> = {}): RecordBody<'location'> => ({
  id: 'HAM',
  name: 'Hamburg',
  kind: 'warehouse',
  status: 'active',
  region: 'north',
  company: 'main',
  receivingDays: [1, 2, 3, 4, 5],
  dockToStockDays: 1,
  identifiers: [],
  provenance,
  ...differing,
});

export const aSupplier = (differing: Partial<RecordBody<'supplier'>> = {}): RecordBody<'supplier'> => ({
  id: 'S1',
  name: 'Nordbolt',
  status: 'active',
  currency: 'EUR',
  workingDays: [1, 2, 3, 4, 5],
  identifiers: [],
  provenance,
  ...differing,
});

export const someTerms = (
  itemId: string,
  differing: Partial<RecordBody<'supplier-terms'>> = {},
): RecordBody<'supplier-terms'> => {
  const supplierId = differing.supplierId ?? 'S1';
  return {
    id: `${supplierId}:${itemId}`,
    supplierId,
    itemId,
    leadTimeDays: 5,
    transitDays: 2,
    orderUnit: 'XCS',
    minimumOrderQuantity: '1',
    orderMultiple: '1',
    price: { amount: '12.5', currency: 'EUR', per: { value: '100', unit: 'EA' } },
    validFrom: '2026-01-01',
    priority: 1,
    provenance,
    ...differing,
  };
};

export const aPolicy = (
  itemId: string,
  locationId: string,
  differing: Partial<RecordBody<'inventory-policy'>> = {},
): RecordBody<'inventory-policy'> => ({
  id: itemLocationId(itemId, locationId),
  itemId,
  locationId,
  method: 'time_phased',
  safetyStock: '0',
  eligible: true,
  provenance,
  ...differing,
});

export const aPosition = (
  itemId: string,
  locationId: string,
  differing: Partial<RecordBody<'inventory-position'>> = {},
): RecordBody<'inventory-position'> => ({
  id: itemLocationId(itemId, locationId),
  itemId,
  locationId,
  unit: 'EA',
  onHand: '0',
  allocated: '0',
  onHold: '0',
  inTransit: '0',
  asOf: provenance.receivedAt,
  provenance,
  ...differing,
});

/** Every asynchronous method calls `around` before and after it did its work; the others are left as they are. */
function interrupted<T extends object>(port: T, names: readonly (keyof T)[], around: () => Promise<void>): T {
  const wrapped = { ...port };
  for (const name of names) {
    const method = port[name];
    if (typeof method !== 'function') continue;
    const calling = async (...given: unknown[]): Promise<unknown> => {
      await around();
      const answer: unknown = await method(...given);
      await around();
      return answer;
    };
    Object.assign(wrapped, { [name]: calling });
  }
  return wrapped;
}

/**
 * Records, objects, settings and a clock at Monday 2026-11-23, with the steps of the workflow. `around` is called
 * before and after every call of a port: to crash there, or to let others go first.
 */
export function replenishmentRoom({ around }: { readonly around?: () => Promise<void> } = {}) {
  const clock = fixedClock();
  const calm = { records: memoryRecords({ clock }), objects: memoryObjects() };
  const records = around
    ? interrupted(calm.records, ['get', 'getMany', 'list', 'commit'], around)
    : calm.records;
  const objects = around ? interrupted(calm.objects, ['read', 'write'], around) : calm.objects;
  const settings = memorySettings().put('routing', { rules: [{ company: 'main', system: 'tryton' }] });
  const ports = { records, objects, settings, clock };
  const woken: string[] = [];
  const wake = async (token: string): Promise<'woken'> => {
    woken.push(token);
    return 'woken';
  };
  const put = async (...changes: AnyChange[]): Promise<void> => {
    for (const change of changes) unwrap(await records.commit({ changes: [change], correlationId }));
  };
  let inForce: string | undefined;

  const room = {
    ...ports,
    woken,
    put,
    /** Masters of items at HAM and MUC, all from S1, nothing in stock. */
    stock: async (...itemIds: string[]): Promise<void> => {
      await put(
        { type: 'location', id: 'HAM', expect: 'absent', body: aLocation() },
        { type: 'location', id: 'MUC', expect: 'absent', body: aLocation({ id: 'MUC', name: 'München' }) },
        { type: 'supplier', id: 'S1', expect: 'absent', body: aSupplier() },
      );
      for (const itemId of itemIds) {
        const terms = someTerms(itemId);
        await put(
          { type: 'item', id: itemId, expect: 'absent', body: anItem({ id: itemId }) },
          { type: 'supplier-terms', id: terms.id, expect: 'absent', body: terms },
        );
        for (const locationId of ['HAM', 'MUC']) {
          const id = itemLocationId(itemId, locationId);
          await put(
            { type: 'inventory-policy', id, expect: 'absent', body: aPolicy(itemId, locationId) },
            { type: 'inventory-position', id, expect: 'absent', body: aPosition(itemId, locationId) },
          );
        }
      }
    },
    /** An approved release with these series, in the place of the one before. */
    release: async (releaseId: string, series: readonly Partial<ForecastSeries>[]): Promise<void> => {
      const all = series.map(
        (differing): ForecastSeries => ({
          itemId: 'I1',
          locationId: 'HAM',
          unit: 'EA',
          from: '2026-11-30',
          quantities: new Array(13).fill('100'),
          ...differing,
        }),
      );
      for (let partition = 0; partition < PARTITIONS; partition += 1) {
        const here = all.filter(
          (line) => partitionOf(line.itemId, line.locationId, PARTITIONS) === partition,
        );
        const text = here.map((line) => `${JSON.stringify(line)}\n`).join('');
        objects.putText('work', releaseKeys.series(releaseId, partition), text);
      }
      const manifest = {
        releaseId,
        documentId: `doc-${releaseId}`,
        referenceWeek: '2026-11-23',
        partitions: PARTITIONS,
        received: 1,
        quarantined: 0,
        parts: [],
        quarantine: [],
      };
      objects.putText('work', releaseKeys.manifest(releaseId), JSON.stringify(manifest));
      await put(...(await releaseChanges(releaseId)));
      inForce = releaseId;
    },
    prepare: (releaseId: string) => prepareReplenishment(ports, { releaseId, correlationId }),
    plan: async (runId: string): Promise<void> => {
      for (let partition = 0; partition < PARTITIONS; partition += 1) {
        unwrap(await planChunk(ports, { runId, partition }));
      }
    },
    conclude: (runId: string) => concludeReplenishment(ports, { runId, correlationId }),
    /** The groups a run concluded with. */
    groups: (groupsKey: string): string[] =>
      objects
        .text('work', groupsKey)
        .trim()
        .split('\n')
        .slice(1)
        .map((line) => line.split(',')[0] ?? ''),
    propose: (runId: string, approvalGroupId: string) =>
      proposeGroup(ports, { runId, approvalGroupId, correlationId }),
    awaitApproval: (approvalGroupId: string, taskToken = `token-${approvalGroupId}`) =>
      awaitApproval({ ...ports, wake }, { approvalGroupId, taskToken }),
    order: (approvalGroupId: string) => requestPurchaseOrder(ports, { approvalGroupId, correlationId }),
    wake,
    approve: (proposalId: string, expectedVersion = 1) =>
      approveProposal(ports, { proposalId, expectedVersion, actor: buyer, correlationId }),
    reject: (proposalId: string, expectedVersion = 1) =>
      rejectProposal(ports, {
        proposalId,
        expectedVersion,
        actor: buyer,
        reason: 'Campaign cancelled.',
        correlationId,
      }),
    /** Prepare, plan, conclude and propose every group; the run and its groups. */
    proposeAll: async (releaseId: string) => {
      const { runId } = unwrap(await room.prepare(releaseId));
      await room.plan(runId);
      const { groupsKey } = unwrap(await room.conclude(runId));
      const groups = room.groups(groupsKey);
      for (const group of groups) unwrap(await room.propose(runId, group));
      return { runId, groups };
    },
    /** The whole workflow, as if nobody needed to be waited for. */
    replenish: async (releaseId: string) => {
      const { runId, groups } = await room.proposeAll(releaseId);
      const orders: (string | null)[] = [];
      for (const group of groups) orders.push(unwrap(await room.order(group)).purchaseOrderId);
      return { runId, groups, orders };
    },
    proposalsOf: async (runId: string) =>
      (await records.list('proposal', { list: 'proposals', scope: runId, limit: 1000 })).entries,
    allOrders: async () =>
      (await records.list('purchase-order', { list: 'purchase-orders', limit: 1000 })).entries,
    autoApprove: (differing: Partial<ApprovalPolicy> = {}) =>
      settings.put('approval', approvalSetting(differing)),
  };

  async function releaseChanges(releaseId: string): Promise<AnyChange[]> {
    const body: RecordBody<'forecast-release'> = {
      id: releaseId,
      documentId: `doc-${releaseId}`,
      state: 'approved',
      fileName: 'week-48.csv',
      counts: { received: 1, applied: 1, rejected: 0, quarantined: 0, inFlight: 0 },
      reasons: [],
      receivedAt: clock.now(),
    };
    const change: AnyChange = { type: 'forecast-release', id: releaseId, expect: 'absent', body };
    const before = inForce === undefined ? undefined : await records.get('forecast-release', inForce);
    if (!before) return [change];
    const { id, version } = before;
    const superseded = { ...before.body, state: 'superseded' as const };
    return [{ type: 'forecast-release', id, expect: version, body: superseded }, change];
  }
  return room;
}

const buyer = { kind: 'person', id: 'buyer-desk' } as const;

const approvalSetting = (differing: Partial<ApprovalPolicy>): ApprovalPolicy => ({
  name: 'standard',
  maximumValue: [{ amount: '10000', currency: 'EUR' }],
  maximumDeviationPercent: '100',
  suppliers: 'all',
  decideWithinHours: 24,
  ...differing,
});

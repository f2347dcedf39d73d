import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { makePlanningSchedules } from '#business/replenishment/planning-schedule/make-planning-schedules.ts';
import { partnerOfSupplier } from '#core/canonical/partner.ts';
import type { PartnerAgreement } from '#core/canonical/partner-agreement.ts';
import { type PlanningSchedule, planningScheduleSchema } from '#core/canonical/planning-schedule.ts';
import { unwrap } from '#core/kernel/result.ts';
import { aPartnerAgreement } from '#test/builders/a-partner-agreement.ts';
import { replenishmentRoom } from '#test/builders/replenishment-room.ts';

/** A room with a partner that takes planning schedules; cases of 48, a week and two days to arrive. */
async function planningRoom(differing: Partial<PartnerAgreement> = {}) {
  const room = replenishmentRoom();
  await room.stock('I1');
  const agreement = aPartnerAgreement({
    documents: { send: ['purchase-order', 'planning-schedule'], receive: [] },
    ...differing,
  });
  room.settings.put('partner', agreement, agreement.id);
  const body = {
    id: agreement.id,
    name: agreement.name,
    supplierId: agreement.supplierId,
    agreementVersion: 1,
    identifiers: [partnerOfSupplier(agreement.supplierId)],
  };
  await room.put({ type: 'partner', id: body.id, expect: 'absent', body });
  return {
    ...room,
    /** Plan this much a week at HAM from 2026-11-30, and propose it; the run. */
    plan: async (releaseId: string, quantities: readonly string[]) => {
      await room.release(releaseId, [{ itemId: 'I1', locationId: 'HAM', quantities: [...quantities] }]);
      return room.proposeAll(releaseId);
    },
    schedules: async (runId: string) => {
      const made: PlanningSchedule[] = [];
      for await (const { supplierId, partnerId, schedule } of makePlanningSchedules(room, { runId })) {
        expect([supplierId, partnerId]).toEqual([agreement.supplierId, agreement.id]);
        made.push(planningScheduleSchema.parse(schedule));
      }
      return made;
    },
  };
}

const bucketsOf = (schedules: readonly PlanningSchedule[]) =>
  (schedules[0]?.items[0]?.buckets ?? []).map(
    ({ period, quantity, commitment }) => `${period.from} ${quantity} ${commitment}`,
  );

const WEEKS = new Array<string>(8).fill('100');

describe('a planning schedule', () => {
  it('[S16] has what a person must still decide as planning, and later weeks in whole purchase units', async () => {
    const room = await planningRoom();
    const { runId } = await room.plan('fr-1', WEEKS);
    const [schedule] = await room.schedules(runId);
    expect(schedule).toMatchObject({
      number: '20261123080000',
      issuedOn: '2026-11-23',
      horizon: { from: '2026-11-23', to: '2027-01-24' },
      supplierId: 'S1',
      locationId: 'HAM',
      items: [{ itemId: 'I1', unit: 'XCS' }],
    });
    expect(schedule?.replaces).toBeUndefined();
    expect(bucketsOf(schedule ? [schedule] : [])).toMatchInlineSnapshot(`
      [
        "2026-11-30 5 planning",
        "2026-12-07 2 planning",
        "2026-12-14 2 planning",
        "2026-12-21 2 planning",
        "2026-12-28 2 planning",
        "2027-01-04 2 planning",
        "2027-01-11 2 planning",
      ]
    `);
  });

  it('[S16] is firm inside the fence where it is decided, and planning beyond', async () => {
    const room = await planningRoom();
    room.autoApprove();
    const { runId } = await room.plan('fr-1', WEEKS);
    const buckets = bucketsOf(await room.schedules(runId));
    expect(buckets[0]).toMatch(/ firm$/);
    expect(buckets.slice(1).every((text) => text.endsWith(' planning'))).toBe(true);
  });

  it('[S16] is net of open orders: what was ordered is no plan any more', async () => {
    const room = await planningRoom();
    room.autoApprove();
    const { runId, groups } = await room.plan('fr-1', WEEKS);
    const before = bucketsOf(await room.schedules(runId));
    for (const group of groups) unwrap(await room.order(group));
    expect(bucketsOf(await room.schedules(runId))).toEqual(before.slice(1));
  });

  it('[S16] leaves out what a person rejected', async () => {
    const room = await planningRoom();
    const { runId } = await room.plan('fr-1', WEEKS);
    const before = bucketsOf(await room.schedules(runId));
    for (const { id } of await room.proposalsOf(runId)) unwrap(await room.reject(id));
    const after = bucketsOf(await room.schedules(runId));
    expect(after).toHaveLength(before.length - 1);
    expect(after.every((text) => text.endsWith(' planning'))).toBe(true);
  });

  it('[S16] replaces the one before, and says so of an item that is planned no more', async () => {
    const room = await planningRoom();
    const first = await room.plan('fr-1', WEEKS);
    room.clock.advance(86_400_000);
    const second = await room.plan('fr-2', new Array<string>(8).fill('0'));
    expect(await room.schedules(first.runId)).toEqual([]);
    const [schedule] = await room.schedules(second.runId);
    expect(schedule).toMatchObject({ number: '20261124080000', replaces: '20261123080000' });
    expect(schedule?.items).toEqual([
      {
        itemId: 'I1',
        unit: 'XCS',
        buckets: [
          { period: { from: '2026-11-23', to: '2027-01-24' }, quantity: '0', commitment: 'planning' },
        ],
      },
    ]);
  });

  it('[S16] goes to partners in production that agreed to it, and to nobody else', async () => {
    for (const differing of [
      { status: 'onboarding' },
      { status: 'suspended' },
      { documents: { send: ['purchase-order'], receive: [] } },
      { supplierId: 'S2' },
    ] satisfies Partial<PartnerAgreement>[]) {
      const room = await planningRoom(differing);
      const { runId } = await room.plan('fr-1', WEEKS);
      expect(await room.schedules(runId)).toEqual([]);
    }
  });

  it('[S16] plans what is needed and less than one purchase unit more, whatever the demand', async () => {
    const demand = fc.array(fc.integer({ min: 0, max: 500 }), { minLength: 8, maxLength: 8 });
    await fc.assert(
      fc.asyncProperty(demand, async (quantities) => {
        const room = await planningRoom();
        const { runId } = await room.plan('fr-1', quantities.map(String));
        const [schedule] = await room.schedules(runId);
        const planned = (schedule?.items[0]?.buckets ?? []).reduce(
          (sum, { quantity }) => sum + Number(quantity),
          0,
        );
        const needed = quantities.reduce((sum, quantity) => sum + quantity, 0);
        expect(planned * 48).toBeGreaterThanOrEqual(needed);
        expect(planned * 48).toBeLessThan(needed + 48);
      }),
      { numRuns: 50 },
    );
  });
});

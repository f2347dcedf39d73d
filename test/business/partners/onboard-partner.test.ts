import { beforeEach, describe, expect, it } from 'vitest';
import { type AccessWish, onboardPartner } from '#business/partners/onboard-partner.ts';
import type { PartnerAccessIssuer } from '#business/partners/ports.ts';
import { problem } from '#core/kernel/problem.ts';
import { fail, unwrap } from '#core/kernel/result.ts';
import { aPartnerAgreement } from '#test/builders/a-partner-agreement.ts';
import { aSupplier } from '#test/builders/a-supplier.ts';
import { fixedClock } from '#test/doubles/fixed-clock.ts';
import { memoryPartnerAccess } from '#test/doubles/memory-partner-access.ts';
import { memoryRecords } from '#test/doubles/memory-records.ts';
import { memorySettings } from '#test/doubles/memory-settings.ts';

const decision = {
  actor: { kind: 'person', id: 'steward-1' },
  reason: 'new supplier',
  correlationId: 'cor-12345678',
} as const;

describe('taking a partner on', () => {
  const clock = fixedClock('2026-11-23T08:00:00.000Z');
  let records: ReturnType<typeof memoryRecords>;
  let settings: ReturnType<typeof memorySettings>;
  let access: PartnerAccessIssuer;

  beforeEach(async () => {
    records = memoryRecords({ clock });
    settings = memorySettings();
    access = memoryPartnerAccess();
    const supplier = { type: 'supplier', id: 'S1', expect: 'absent', body: aSupplier('S1') } as const;
    unwrap(await records.commit({ changes: [supplier], correlationId: 'cor-12345678' }));
  });
  const onboard = (wish: AccessWish = 'when-new', issuer: Pick<PartnerAccessIssuer, 'issue'> = access) =>
    onboardPartner(
      { records, settings, clock, faultOfExpression: () => undefined, access: issuer },
      aPartnerAgreement(),
      { ...decision, wish },
    );
  const consumers = async () => (await records.get('partner', 'acme'))?.body.consumers;

  it('[S10] where it broke off before the partner had a way in, the next run goes on', async () => {
    const broken = { issue: () => Promise.reject(new Error('AWS does not answer')) };
    await expect(onboard('when-new', broken)).rejects.toThrow('AWS does not answer');
    expect(await consumers()).toBeUndefined();
    expect(unwrap(await onboard())).toMatchObject({
      changed: false,
      access: { clientId: 'client-of-acme-1' },
    });
    expect(await consumers()).toEqual(['client-of-acme-1']);
  });

  it('[S10] a way in that is refused is told, and the agreement stands', async () => {
    const refused = fail(problem('record-changed', 'someone else was faster'));
    expect(await onboard('when-new', { issue: async () => refused })).toEqual(refused);
    expect((await settings.get('partner', 'acme'))?.version).toBe(1);
  });

  it('[A5] none is given where none is wanted, and no more than a partner may have', async () => {
    expect(unwrap(await onboard('none')).access).toBeUndefined();
    for (let given = 1; given <= 5; given += 1) unwrap(await onboard('another'));
    expect(await consumers()).toHaveLength(5);
    expect(await onboard('another')).toMatchObject({ problem: { code: 'state-not-allowed' } });
    expect(unwrap(await onboard()).access).toBeUndefined();
  });

  it('[A5] a change of the agreement keeps who speaks for the partner', async () => {
    unwrap(await onboard());
    const changed = { ...aPartnerAgreement(), answerWithinHours: 48 };
    const ports = { records, settings, clock, faultOfExpression: () => undefined, access };
    unwrap(await onboardPartner(ports, changed, { ...decision, wish: 'none' }));
    expect(await consumers()).toEqual(['client-of-acme-1']);
  });
});

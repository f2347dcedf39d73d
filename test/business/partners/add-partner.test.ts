import { beforeEach, describe, expect, it } from 'vitest';
import { addPartner } from '#business/partners/add-partner.ts';
import { activatePartner, noteCertification, suspendPartner } from '#business/partners/change-status.ts';
import { listPartners } from '#business/partners/list-partners.ts';
import type { PartnerDecision, PartnerPorts } from '#business/partners/ports.ts';
import { partnerOfAddresses, partnerOfSupplier } from '#core/canonical/partner.ts';
import { unwrap } from '#core/kernel/result.ts';
import { anX12Agreement, aPartnerAgreement } from '#test/builders/a-partner-agreement.ts';
import { fixedClock } from '#test/doubles/fixed-clock.ts';
import { memoryRecords } from '#test/doubles/memory-records.ts';
import { memorySettings } from '#test/doubles/memory-settings.ts';

const now = '2026-11-23T08:00:00.000Z';
const decision: PartnerDecision = {
  actor: { kind: 'person', id: 'steward-1' },
  reason: 'new supplier',
  correlationId: 'cor-12345678',
};
const given = aPartnerAgreement({ status: 'active' });
const address = partnerOfAddresses({ qualifier: 'ZZ', id: 'ACME' }, anX12Agreement().us);

describe('partners', () => {
  let ports: PartnerPorts;
  let records: ReturnType<typeof memoryRecords>;

  beforeEach(async () => {
    const clock = fixedClock(now);
    records = memoryRecords({ clock });
    ports = {
      records,
      settings: memorySettings(),
      clock,
      faultOfExpression: (expression) => (expression === '(' ? 'ends too early' : undefined),
    };
    await supplier('S1');
    await supplier('S2');
  });

  const supplier = async (id: string) =>
    unwrap(
      await records.commit({
        changes: [
          {
            type: 'supplier',
            id,
            expect: 'absent',
            body: {
              id,
              name: id,
              status: 'active',
              currency: 'USD',
              workingDays: [1, 2, 3, 4, 5],
              identifiers: [],
              provenance: { system: 'tryton', receivedAt: now },
            },
          },
        ],
        correlationId: 'cor-12345678',
      }),
    );

  const certified = async (failed = 0) =>
    unwrap(await noteCertification(ports, 'acme', { passed: 9, failed }, decision));

  it('[S2] a new partner is in onboarding whatever it says of itself, and is found by supplier and addresses', async () => {
    const claimed = { ...given, certification: { at: now, passed: 99, failed: 0 } };
    const added = unwrap(await addPartner(ports, claimed, decision));
    expect(added).toMatchObject({ version: 1, changed: true, agreement: { status: 'onboarding' } });
    expect(added.agreement.certification).toBeUndefined();
    for (const identifier of [partnerOfSupplier('S1'), address]) {
      expect((await records.findByIdentifier('partner', identifier))?.body).toMatchObject({
        id: 'acme',
        agreementVersion: 1,
      });
    }
    expect((await listPartners(ports, { limit: 10 })).entries.map(({ id }) => id)).toEqual(['acme']);
  });

  it('[S10] the same agreement again changes nothing, nor after a crash that left no directory entry', async () => {
    unwrap(
      await ports.settings.write('partner', { ...given, status: 'onboarding' }, 'absent', {
        ...decision,
        action: 'add-partner',
      }),
    );
    expect(unwrap(await addPartner(ports, given, decision))).toMatchObject({ version: 1, changed: false });
    expect(unwrap(await addPartner(ports, given, decision))).toMatchObject({ version: 1, changed: false });
    const stored = await records.get('partner', 'acme');
    expect(stored).toMatchObject({ version: 1, body: { agreementVersion: 1 } });
    expect(await records.history('partner', 'acme', 10)).toHaveLength(1);
  });

  it('[S10] only a certified partner goes live; one that failed a case does not', async () => {
    await addPartner(ports, given, decision);
    const refused = { ok: false, problem: { code: 'partner-not-certified' } };
    expect(await activatePartner(ports, 'acme', decision)).toMatchObject(refused);
    await certified(1);
    expect(await activatePartner(ports, 'acme', decision)).toMatchObject(refused);
    await certified();
    expect(await activatePartner(ports, 'acme', decision)).toMatchObject({
      ok: true,
      value: { status: 'active' },
    });
    const live = unwrap(await addPartner(ports, given, decision)).agreement;
    expect(live).toMatchObject({ status: 'active', activeSince: '2026-11-23' });
    expect((await records.get('partner', 'acme'))?.body.agreementVersion).toBe(4);
  });

  it('[S10] a partner without EDI has nothing to certify', async () => {
    const { edi: _none, ...api } = given;
    const documents = { send: ['purchase-order' as const], receive: given.documents.receive };
    await addPartner(ports, { ...api, documents }, decision);
    expect(await activatePartner(ports, 'acme', decision)).toMatchObject({ ok: true });
  });

  it('[S10] what is exchanged changed: the partner must be certified again; other terms keep it live', async () => {
    await addPartner(ports, given, decision);
    await certified();
    await activatePartner(ports, 'acme', decision);
    const patient = unwrap(await addPartner(ports, { ...given, answerWithinHours: 48 }, decision));
    expect(patient.agreement).toMatchObject({
      status: 'active',
      answerWithinHours: 48,
      certification: { passed: 9 },
    });
    const other = { ...given, edi: anX12Agreement({ version: '005010' }) };
    const changed = unwrap(await addPartner(ports, other, decision));
    expect(changed.agreement.status).toBe('onboarding');
    expect(changed.agreement.certification).toBeUndefined();
  });

  it('[O5] a suspended partner stays suspended when its agreement changes', async () => {
    await addPartner(ports, given, decision);
    expect(await suspendPartner(ports, 'acme', decision)).toMatchObject({ value: { status: 'suspended' } });
    const again = unwrap(
      await addPartner(ports, { ...given, edi: anX12Agreement({ version: '005010' }) }, decision),
    );
    expect(again.agreement.status).toBe('suspended');
    expect(await suspendPartner(ports, 'nobody', decision)).toMatchObject({ problem: { code: 'not-found' } });
  });

  it('[S2] two partners never share a supplier or addresses', async () => {
    await addPartner(ports, given, decision);
    const sameSupplier = {
      ...given,
      id: 'other',
      edi: anX12Agreement({ them: { qualifier: 'ZZ', id: 'OTHER' } }),
    };
    expect(await addPartner(ports, sameSupplier, decision)).toMatchObject({
      problem: { code: 'identifier-taken' },
    });
    const sameAddress = { ...given, id: 'other', supplierId: 'S2' };
    expect(await addPartner(ports, sameAddress, decision)).toMatchObject({
      problem: { code: 'identifier-taken' },
    });
    expect(await ports.settings.get('partner', 'other')).toBeUndefined();
  });

  it('[S2] an agreement that cannot be kept to is refused with every fault and its place', async () => {
    const bad = aPartnerAgreement({
      edi: anX12Agreement({
        us: { qualifier: '1', id: '4012345000009', group: 'A-NAME-OF-SIXTEEN' },
        acknowledgements: { send: '999' },
        them: { qualifier: 'ZZ', id: 'A-NAME-OF-SIXTEEN' },
        delimiters: { element: '*', component: '*', terminator: 'X' },
      }),
      documents: { send: ['purchase-order', 'purchase-order'], receive: [] },
      deviations: [
        { document: 'ship-notice', level: 'canonical', expression: '(', because: 'they write it elsewhere' },
      ],
    });
    const refused = await addPartner(ports, bad, decision);
    expect(refused).toMatchObject({ ok: false, problem: { code: 'validation-failed' } });
    expect(!refused.ok && refused.problem.faults?.map(({ at }) => at)).toEqual([
      '/edi/us/group',
      '/edi/us/qualifier',
      '/edi/them/id',
      '/edi/delimiters/component',
      '/edi/delimiters/terminator',
      '/edi/acknowledgements/send',
      '/documents/send/1',
      '/deviations/0/expression',
    ]);
  });

  it('[S2] what only EDI carries is not agreed with a partner that has none, nor our own address as theirs', async () => {
    const { edi: _none, ...api } = given;
    const at = (result: Awaited<ReturnType<typeof addPartner>>) =>
      !result.ok && result.problem.faults?.map(({ at: place }) => place);
    expect(at(await addPartner(ports, api, decision))).toEqual(['/documents/send/1']);
    const { us } = anX12Agreement();
    expect(at(await addPartner(ports, { ...given, edi: anX12Agreement({ them: us }) }, decision))).toEqual([
      '/edi/them',
    ]);
    expect(await addPartner(ports, { ...given, supplierId: 'S9' }, decision)).toMatchObject({
      problem: { code: 'not-found' },
    });
  });
});

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { rehearsal } from '#adapters/rehearsal.ts';
import type { PartnerAgreement } from '#core/canonical/partner-agreement.ts';
import { unwrap } from '#core/kernel/result.ts';
import { faultOfExpression } from '#edi/exchange/fault-of-expression.ts';
import { aPartnerAgreement } from '#test/builders/a-partner-agreement.ts';
import { aSupplier } from '#test/builders/a-supplier.ts';
import { fixedClock } from '#test/doubles/fixed-clock.ts';
import { memoryObjects } from '#test/doubles/memory-objects.ts';
import { memoryPartnerAccess } from '#test/doubles/memory-partner-access.ts';
import { memoryRecords } from '#test/doubles/memory-records.ts';
import { memorySettings } from '#test/doubles/memory-settings.ts';
import {
  activate,
  addPartnerFrom,
  certify,
  partnerList,
  showCertification,
  showPartner,
  suspend,
} from '../../cli/partners.ts';

const folder = mkdtempSync(join(tmpdir(), 'crossdock-partners-'));
afterAll(() => rmSync(folder, { recursive: true }));

const fileOf = (agreement: Partial<PartnerAgreement>): string => {
  const file = join(folder, 'agreement.json');
  writeFileSync(file, JSON.stringify(agreement));
  return file;
};
const onboarding = {
  wish: 'when-new',
  reason: 'new supplier',
  apiUrl: 'https://api.example',
  tokenUrl: 'https://token.example',
} as const;

function aDesk() {
  const clock = fixedClock('2026-11-23T08:00:00.000Z');
  const records = memoryRecords({ clock });
  return {
    records,
    settings: memorySettings(),
    objects: memoryObjects(),
    clock,
    faultOfExpression,
    access: memoryPartnerAccess(),
    rehearse: rehearsal(clock),
  };
}

describe('partners at the command line', () => {
  let ports: ReturnType<typeof aDesk>;
  beforeEach(async () => {
    ports = aDesk();
    const supplier = { type: 'supplier', id: 'S1', expect: 'absent', body: aSupplier('S1') } as const;
    unwrap(await ports.records.commit({ changes: [supplier], correlationId: 'cor-12345678' }));
  });
  const add = (agreement: Partial<PartnerAgreement> = aPartnerAgreement()) =>
    addPartnerFrom(ports, fileOf(agreement), onboarding);

  it('[S10] one command makes a partner, and prints what to hand over, once', async () => {
    expect(JSON.parse(await add())).toMatchObject({
      partner: 'acme',
      status: 'onboarding',
      access: {
        apiUrl: 'https://api.example',
        tokenUrl: 'https://token.example',
        clientId: 'client-of-acme-1',
        clientSecret: 'secret-of-client-of-acme-1',
        apiKey: 'key-of-client-of-acme-1',
      },
    });
    const again = await add();
    expect(JSON.parse(again)).toMatchObject({ changed: false, version: 1 });
    expect(again).not.toContain('secret');
    expect(ports.records.audit()[0]?.actor).toEqual({ kind: 'person', id: userInfo().username });
  });

  it('[S2] what is no agreement is refused with every fault and its place', async () => {
    const refused = add({
      ...aPartnerAgreement(),
      transport: 'carrier pigeon',
      answerWithinHours: 0,
    } as never);
    await expect(refused).rejects.toThrow(/is no agreement:[\s\S]*transport[\s\S]*answerWithinHours/);
  });

  it('[S10] what show prints can be edited and added again', async () => {
    await add();
    const shown = JSON.parse(await showPartner(ports, 'acme'));
    expect(shown).toMatchObject({ status: 'onboarding', version: 1, consumers: ['client-of-acme-1'] });
    const edited = { ...shown, answerWithinHours: 12 };
    expect(JSON.parse(await add(edited))).toMatchObject({ changed: true, version: 2 });
    await expect(showPartner(ports, 'nobody')).rejects.toThrow(/^not-found/);
  });

  it('[S10] what fails is told with what was seen instead, and keeps the partner from going live', async () => {
    const because = 'their notices need it';
    const deviation = { document: 'ship-notice', level: 'canonical', expression: '{}', because } as const;
    await add(aPartnerAgreement({ deviations: [deviation] }));
    const { text, passed } = await certify(ports, 'acme', { reason: 'first set-up' });
    expect(passed).toBe(false);
    expect(text).toMatch(/FAILED {2}The partner announces all that was ordered.*\n +the 856 was rejected/);
    expect(await showCertification(ports, 'acme')).toBe(text);
    expect(text).toMatch(/2 of \d+ cases failed: acme may not go live\.$/);
    await expect(activate(ports, 'acme', 'go')).rejects.toThrow(/^partner-not-certified/);
  });

  it('[S10] live is who was certified; the list says how each stands', async () => {
    expect(await partnerList(ports)).toBe('There are no partners yet.');
    await add();
    await expect(activate(ports, 'acme', 'go')).rejects.toThrow(/^partner-not-certified/);
    expect(await partnerList(ports)).toContain('acme\tonboarding\tx12 004010 by mailbox\tnever certified');
    const { text, passed } = await certify(ports, 'acme', { reason: 'first set-up' });
    expect(passed).toBe(true);
    expect(text).toContain('  passed  The partner answers an order with fewer than were ordered\n');
    expect(text).toMatch(/acme may go live: crossdock partner activate acme$/);
    expect(await activate(ports, 'acme', 'go')).toContain('acme is active');
    expect(await partnerList(ports)).toContain('active\tx12 004010 by mailbox\t');
    expect(await partnerList(ports)).toMatch(/\t(\d+) of \1 cases passed on 2026-11-23\t/);
    expect(await suspend(ports, 'acme', 'all twice')).toContain('acme is suspended');
  });
});

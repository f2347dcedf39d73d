import { describe, expect, it } from 'vitest';
import { connectSystems } from '#adapters/connect-systems.ts';
import type { CredentialOf } from '#adapters/system-factory.ts';
import { problem } from '#core/kernel/problem.ts';
import { fail, ok } from '#core/kernel/result.ts';
import { fixedClock } from '#test/doubles/fixed-clock.ts';
import { memoryRecords } from '#test/doubles/memory-records.ts';
import { memorySettings } from '#test/doubles/memory-settings.ts';
import { simulatedSystem } from '#test/doubles/simulated-system.ts';

const tryton = {
  id: 'tryton',
  kind: 'tryton',
  endpoint: 'http://erp.example/',
  database: 'erp',
  callsPerSecond: 7,
  company: '1',
} as const;

function connection(credentialOf: CredentialOf = async () => ok({ key: 'k' })) {
  const clock = fixedClock();
  const made: string[] = [];
  const settings = memorySettings().put('system', tryton, 'tryton');
  const connect = connectSystems({
    ...{ settings, credentialOf, clock, records: memoryRecords({ clock }) },
    factories: {
      tryton: ({ id, endpoint }) => {
        made.push(endpoint);
        return simulatedSystem({ clock, id });
      },
    },
  });
  return { connect, clock, made, settings };
}

describe('connecting to systems of record', () => {
  it('[X3] a system is made by its kind, with the rate of its settings, and kept for a while', async () => {
    const { connect, clock, made } = connection();
    expect(await connect('tryton')).toMatchObject({
      ok: true,
      value: { callsPerSecond: 7, adapter: { id: 'tryton' } },
    });
    await connect('tryton');
    expect(made).toEqual(['http://erp.example/']);
    clock.advance(300_000);
    await connect('tryton');
    expect(made).toHaveLength(2);
  });

  it('[X4] a system that moved is spoken to at its new place at once', async () => {
    const { connect, made, settings } = connection();
    await connect('tryton');
    settings.put('system', { ...tryton, endpoint: 'http://moved.example/' }, 'tryton');
    await connect('tryton');
    expect(made).toEqual(['http://erp.example/', 'http://moved.example/']);
  });

  it('[X3] a system that nobody set up is unavailable: its postings wait', async () => {
    const { connect } = connection();
    expect(await connect('odoo')).toMatchObject({ ok: false, problem: { code: 'system-unavailable' } });
  });

  it('[X1] a missing secret is a problem of credentials, and is looked for again', async () => {
    let isThere = false;
    const { connect } = connection(async () =>
      isThere ? ok({ key: 'k' }) : fail(problem('system-credentials', 'There is no secret.')),
    );
    expect(await connect('tryton')).toMatchObject({ ok: false, problem: { code: 'system-credentials' } });
    isThere = true;
    expect(await connect('tryton')).toMatchObject({ ok: true });
  });
});

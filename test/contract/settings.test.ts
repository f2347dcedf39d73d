import { ScanCommand } from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { dynamoSettingsWriter, writeSetting } from '#adapters/dynamodb/write-setting.ts';
import type { ReleasePolicy, Setting } from '#core/canonical/settings.ts';
import { systemClock } from '#core/kernel/clock.ts';
import type { SettingsWriter } from '#core/kernel/settings.ts';
import { memorySettings } from '#test/doubles/memory-settings.ts';
import { throwAwayTable } from './throw-away-tables.ts';

interface OpenSettings {
  readonly settings: SettingsWriter;
  readonly put: (
    kind: 'release' | 'consumer',
    id: string,
    value: Setting<'release' | 'consumer'>,
  ) => Promise<void>;
  readonly close: () => Promise<void>;
}

const policy: ReleasePolicy = { approveAutomatically: true, anomalyPercent: '50', holdAbovePercent: '12.5' };
const consumer = (clientId: string): Setting<'consumer'> => ({
  clientId,
  name: 'Planner',
  status: 'active',
  apiKeys: [{ id: 'key-1', sha256: 'a'.repeat(64) }],
});

function settingsContract(name: string, open: () => Promise<OpenSettings>): void {
  describe(`Settings: ${name}`, () => {
    let opened: OpenSettings;
    beforeAll(async () => {
      opened = await open();
    });
    afterAll(() => opened.close());

    it('what was never set is not there', async () => {
      expect(await opened.settings.get('approval')).toBeUndefined();
      expect(await opened.settings.get('consumer', 'nobody')).toBeUndefined();
    });

    it('[A5] a setting has its newest value and counts its versions', async () => {
      await opened.put('release', '', policy);
      await opened.put('release', '', { ...policy, approveAutomatically: false });
      expect(await opened.settings.get('release')).toEqual({
        version: 2,
        value: { ...policy, approveAutomatically: false },
      });
    });

    it('[A5] a write on a version that is no longer in force changes nothing, nor does what its schema refuses', async () => {
      const { settings } = opened;
      const audit = { actor: { kind: 'person', id: 'ops-1' }, action: 'add-consumer' } as const;
      const [first, second] = [consumer('three'), { ...consumer('three'), name: 'Buyer' }];
      expect(await settings.write('consumer', first, 'absent', audit)).toEqual({ ok: true, value: 1 });
      const late = await settings.write('consumer', second, 'absent', audit);
      expect(late).toMatchObject({ ok: false, problem: { code: 'record-changed' } });
      expect(await settings.write('consumer', second, 1, audit)).toEqual({ ok: true, value: 2 });
      const bad = await settings.write('consumer', { ...second, apiKeys: [] }, 2, audit);
      expect(bad).toMatchObject({ ok: false, problem: { code: 'validation-failed' } });
      expect(await settings.get('consumer', 'three')).toEqual({ version: 2, value: second });
    });

    it('settings of one kind are told apart by their ids', async () => {
      await opened.put('consumer', 'one', consumer('one'));
      await opened.put('consumer', 'two', consumer('two'));
      expect((await opened.settings.get('consumer', 'one'))?.value.clientId).toBe('one');
      expect(await opened.settings.get('consumer')).toBeUndefined();
    });
  });
}

settingsContract('in memory', async () => {
  const settings = memorySettings();
  return {
    settings,
    put: async (kind, id, value) => {
      settings.put(kind, value, id);
    },
    close: async () => undefined,
  };
});

const actor = { kind: 'person', id: 'ops-1' } as const;

const dynamoTables = async () => {
  const settings = await throwAwayTable();
  const audit = await throwAwayTable();
  const { client, table } = settings;
  return {
    tables: { client, table, auditTable: audit.table, clock: systemClock },
    close: async () => {
      await Promise.all([settings.remove(), audit.remove()]);
    },
  };
};

settingsContract('DynamoDB', async () => {
  const { tables, close } = await dynamoTables();
  return {
    settings: dynamoSettingsWriter(tables),
    put: async (kind, id, value) => {
      expect(await writeSetting(tables, { kind, id, value, actor })).toMatchObject({ ok: true });
    },
    close,
  };
});

describe('Settings: DynamoDB', () => {
  it('[A5] every version and who wrote it is kept; what its schema refuses is not written', async () => {
    const { tables, close } = await dynamoTables();
    const change = { kind: 'release', id: '', value: policy, actor, reason: 'peak season' } as const;
    expect(await writeSetting(tables, change)).toEqual({ ok: true, value: 1 });
    expect(await writeSetting(tables, change)).toEqual({ ok: true, value: 2 });
    const refused = await writeSetting(tables, { ...change, value: { ...policy, anomalyPercent: 'much' } });
    expect(refused).toMatchObject({ ok: false, problem: { code: 'validation-failed' } });
    const stored = await tables.client.send(new ScanCommand({ TableName: tables.table }));
    expect(stored.Items?.map(({ sk }) => sk).sort()).toEqual(['HEAD', 'V#00000001', 'V#00000002']);
    const audit = await tables.client.send(new ScanCommand({ TableName: tables.auditTable }));
    expect(audit.Items?.map(({ target, action }) => `${action} ${target}`)).toEqual(
      Array(2).fill('change-setting setting#release'),
    );
    await close();
  });
});

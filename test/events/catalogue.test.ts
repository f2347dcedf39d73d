import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { recordTypes } from '#core/canonical/record-types.ts';
import { eventCatalogue } from '#events/catalogue.ts';
import { eventType } from '#events/define-event.ts';
import { prepareEvent } from '#platform/journal/prepare-events.ts';

const folder = fileURLToPath(new URL('../../events', import.meta.url));
const entries = Object.entries(eventCatalogue);
const sampleOf = (name: string): unknown =>
  JSON.parse(readFileSync(`${folder}/${name}/v1.sample.json`, 'utf8'));

describe('event catalogue', () => {
  it('[E1] every folder of events is in the catalogue, and every entry has its folder', () => {
    const folders = readdirSync(folder).filter((name) => statSync(`${folder}/${name}`).isDirectory());
    expect(Object.keys(eventCatalogue).sort()).toEqual(folders.sort());
  });

  it('[E1] no two entries share a type on the bus', () => {
    const types = entries.map(([, definition]) => eventType(definition));
    expect(new Set(types).size).toBe(entries.length);
  });

  describe.each(entries)('%s', (name, definition) => {
    it('[E1] is called as its folder and its key', () => {
      expect(definition.name).toBe(name);
      expect(name).toMatch(/^[a-z]+(-[a-z]+)+$/);
      expect(existsSync(`${folder}/${name}/v1.ts`)).toBe(true);
    });

    it('[E1] says who owns, sends and hears it, in one sentence what it means', () => {
      expect(definition.summary).toMatch(/^[A-Z].*\.$/);
      expect(definition.producers).not.toEqual([]);
      expect(definition.consumers).not.toEqual([]);
      expect(Object.keys(recordTypes)).toContain(definition.orderingKey);
    });

    it('[E5] is kept longer than the longest time a message can wait for its consumer', () => {
      expect(definition.retentionDays).toBeGreaterThanOrEqual(15);
    });

    it('[E1] its sample is one that the journal commits', () => {
      const draft = { name, data: sampleOf(name) } as Parameters<typeof prepareEvent>[0];
      const prepared = prepareEvent(draft, 1, {
        type: definition.orderingKey,
        id: 'record-1',
        at: '2026-11-23T08:00:00.000Z',
        correlationId: 'cor-12345678',
        causationId: undefined,
      });
      expect(prepared).toMatchObject({ ok: true, value: { envelope: { data: sampleOf(name) } } });
    });

    it('[C5] is read tolerantly: what a later version adds is kept', () => {
      const newer = { ...(sampleOf(name) as object), addedLater: { deep: true } };
      expect(definition.data.parse(newer)).toEqual(newer);
    });

    it('[E1] refuses data without any of its required fields', () => {
      const schema = z.toJSONSchema(definition.data);
      expect(schema.required).not.toEqual([]);
      for (const field of schema.required ?? []) {
        const { [field]: _, ...without } = sampleOf(name) as Record<string, unknown>;
        expect(definition.data.safeParse(without).success, `without ${field}`).toBe(false);
      }
    });

    it('[A5] its JSON Schema stands alone: read back, it takes the sample and refuses what the source refuses', () => {
      const schema = z.toJSONSchema(definition.data);
      expect(schema.$schema).toBe('https://json-schema.org/draft/2020-12/schema');
      const compiled = z.fromJSONSchema(schema);
      expect(compiled.safeParse(sampleOf(name)).success).toBe(true);
      expect(compiled.safeParse({}).success).toBe(false);
    });
  });
});

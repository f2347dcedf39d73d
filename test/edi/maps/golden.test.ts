import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { fixture, isMapName, mappedFixtures, maps, transactionOf, typeOf } from './reading.ts';

/** A golden file holds the document and what it does not hold; a change of a map shows as its difference. */
describe('golden files of the maps', () => {
  test.each(mappedFixtures)('[S1] %s becomes the canonical document of its golden file', async (name) => {
    const type = typeOf(name);
    if (!isMapName(type)) throw new Error(`no map for ${type}`);
    const mapped = maps[type](transactionOf(fixture(name)));
    expect(mapped.ok ? [] : mapped.faults).toEqual([]);
    const text = `${JSON.stringify(mapped, null, 2)}\n`;
    const file = name.replace(/\.(x12|edi)$/, '.golden.json').replace('maps/', '');
    await expect(text).toMatchFileSnapshot(join(import.meta.dirname, '../../fixtures/edi/maps', file));
  });
});

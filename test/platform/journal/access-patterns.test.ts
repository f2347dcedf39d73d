import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { lists } from '#core/canonical/record-lists.ts';

const text = readFileSync(new URL('../../../docs/access-patterns.md', import.meta.url), 'utf8');
const documented = text
  .split('\n')
  .map((line) => /^\| `([a-z-]+)` \| `list([12])` \| [^|]*\| (\d+) \|/.exec(line))
  .flatMap((row) => (row ? [[row[1], { place: Number(row[2]), shards: Number(row[3]) }] as const] : []));

describe('docs/access-patterns.md', () => {
  it('[G5] names every list there is, with its index and its shards, and no other', () => {
    expect(Object.fromEntries(documented)).toEqual(lists);
    expect(documented).toHaveLength(Object.keys(lists).length);
  });
});

import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { bucketBounds } from '#core/canonical/figures.ts';
import { daysAskedFor, daysKept, shards } from '#platform/read-model/model.ts';
import { aReadModelRoom } from '#test/builders/a-read-model-room.ts';
import { happenings } from '#test/builders/read-model-happenings.ts';

const text = readFileSync('docs/access-patterns.md', 'utf8');
const section = text.slice(text.indexOf('## Read model'), text.indexOf('## Idempotency'));
const documented = [...section.matchAll(/^\| [^|]+ \| `([A-Z]+)#/gm)].map(([, prefix]) => prefix);

describe('docs/access-patterns.md: read model', () => {
  it('[G5] names every kind of item that keeping writes, and what queue consumers note', async () => {
    const room = aReadModelRoom();
    const [open] = happenings.exception;
    const [request, refuse] = happenings.order;
    await open(room, 'ex-1');
    for (const act of [request, refuse]) await act(room, 'po-1');
    await room.deliverAll();
    const written = new Set(room.table.items().map(({ pk }) => pk.split('#')[0]));
    expect([...written, 'FAILURE'].sort()).toEqual([...documented].sort());
  });

  it('[G5] says how many shards, buckets and days there are', () => {
    expect(section).toContain(`<day>#<shard 0 to ${shards.figures - 1}>\``);
    expect(section).toContain(`<day>#<shard 0 to ${shards.waiting - 1}>#<by>`);
    expect(section).toContain(`<day>#<shard 0 to ${shards.events - 1}>\``);
    expect(section).toContain(`\`b0\` to \`b${bucketBounds.length}\``);
    expect(section).toContain(`at most ${daysAskedFor} days`);
    expect(section).toContain(`${daysKept} days`);
  });
});

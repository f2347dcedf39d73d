/** docs/documents.md beside what it tells of: maps, schemas and functions. */
import { globSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { partnerDocumentSchemas } from '#core/canonical/partner-documents.ts';
import { edifactSchemas } from '#edi/edifact/schema/find-schema.ts';
import { inboundMaps } from '#edi/maps/inbound-maps.ts';
import { outboundMaps } from '#edi/maps/outbound-maps.ts';
import { x12Schemas } from '#edi/x12/schema/find-schema.ts';
import { eventConsumers } from '#events/consumers.ts';
import type { EventConsumer } from '#events/define-consumer.ts';

interface Row {
  readonly kind: string;
  readonly standard: string;
  readonly type: string;
  readonly versions: string;
  readonly schema: string;
  readonly map: string;
  readonly use: string;
}

const page = readFileSync('docs/documents.md', 'utf8');

/** The cells of the table below a heading, without their code marks. */
const cellsBelow = (heading: string): string[][] =>
  (page.split(`\n## ${heading}`)[1] ?? '')
    .split('\n## ')[0]
    ?.split('\n')
    .filter((line) => line.startsWith('| '))
    .slice(2)
    .map((line) =>
      line
        .slice(1, -1)
        .split('|')
        .map((cell) => cell.trim().replaceAll('`', '')),
    ) ?? [];

const rowsBelow = (heading: string): Row[] =>
  cellsBelow(heading).map(
    ([kind = '', standard = '', type = '', versions = '', schema = '', map = '', use = '']) => ({
      kind,
      standard: standard.toLowerCase(),
      type,
      versions,
      schema,
      map,
      use,
    }),
  );

/** What a module of ours exports. */
const exportsOf = async (path: string): Promise<unknown[]> =>
  Object.values((await import(resolve(path))) as Record<string, unknown>);

const standards = ['x12', 'edifact'] as const;
const schemas: readonly string[] = [...x12Schemas, ...edifactSchemas];
const versionsOf = (type: string): string =>
  schemas
    .filter((schema) => schema.startsWith(`${type} `))
    .map((schema) => schema.slice(type.length + 1))
    .join(', ');

const read = rowsBelow('In');
const written = rowsBelow('Out');
const functions = globSync('functions/**/*.ts').map((file) => readFileSync(file, 'utf8'));
const maps = standards.flatMap((standard) => [
  ...Object.entries(inboundMaps[standard]).flatMap(([type, map]) =>
    map ? [{ way: 'in', standard, type, kind: map.kind, run: map.read }] : [],
  ),
  ...Object.entries(outboundMaps[standard]).map(([kind, { type, write }]) => ({
    way: 'out',
    standard,
    type,
    kind,
    run: write,
  })),
]);

describe('docs/documents.md', () => {
  it('[G5] has a row for each document there is a map for, and for no other', () => {
    const named = [
      ...read.map((row) => ({ way: 'in', ...row })),
      ...written.map((row) => ({ way: 'out', ...row })),
    ].map(({ way, standard, type, kind }) => [way, standard, type, kind].join(' '));
    const mapped = maps.map(({ way, standard, type, kind }) => [way, standard, type, kind].join(' '));
    expect(named.sort()).toEqual(mapped.sort());
  });

  it.each([...read.map((row) => ({ ...row, way: 'in' })), ...written.map((row) => ({ ...row, way: 'out' }))])(
    '[G5] $way: $type is mapped where it says, into the schema and in the versions it names',
    async (row) => {
      const { way, standard, type, kind, schema, map, versions } = row;
      const found = maps.find((one) => one.way === way && one.standard === standard && one.type === type);
      expect(await exportsOf(map)).toContain(found?.run);
      expect(await exportsOf(schema)).toContain(
        Object.entries(partnerDocumentSchemas).find(([name]) => name === kind)?.[1],
      );
      expect(versions).toBe(versionsOf(type));
    },
  );

  it.each([...read, ...written].filter(({ use }) => use.startsWith('src/')))(
    '[G5] $kind in $standard is worked by a function that runs what it says',
    ({ use }) => {
      const alias = use.replace(/^src\/([a-z]+)\//, '#$1/');
      expect(functions.filter((text) => text.includes(`'${alias}'`))).not.toEqual([]);
    },
  );

  it('[G5] what it says is read by nobody is heard by no queue', () => {
    const heardKinds = Object.values<EventConsumer>(eventConsumers).flatMap(({ hears }) =>
      hears === 'everything' ? [] : hears.flatMap(({ where }) => where?.kind ?? []),
    );
    const isWorked = new Map(read.map(({ kind, use }) => [kind, use.startsWith('src/')]));
    for (const [kind, worked] of isWorked) expect([kind, heardKinds.includes(kind)]).toEqual([kind, worked]);
  });

  it('[G5] every other schema is an acknowledgement it names, in its versions', () => {
    const mapped = new Set(maps.map(({ type }) => type));
    const others = new Set(
      schemas.map((schema) => schema.replace(/ .*/, '')).filter((type) => !mapped.has(type)),
    );
    const rows = cellsBelow('Both ways').filter(([type]) => type !== 'TA1');
    expect(rows.map(([type, versions]) => [type, (versions ?? '').split(', ').sort()])).toEqual(
      [...others].map((type) => [type, versionsOf(type).split(', ').sort()]),
    );
  });
});

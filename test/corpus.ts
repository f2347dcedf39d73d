/**
 * Puts every file of a folder through the codec: `npm run test:corpus -- DIR`.
 * A line a file (interchanges, transactions, segments, envelope, what the schemas say), then totals.
 * With a `manifest.json` in the folder its verdict on each envelope is compared with ours.
 */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import type { EdiFault } from '#edi/codec/fault.ts';
import { hasErrors } from '#edi/codec/fault.ts';
import type { ReadResult } from '#edi/codec/interchange.ts';
import { faultsOf } from '#edi/codec/interchange.ts';
import { findEdifactSchema } from '#edi/edifact/schema/find-schema.ts';
import { parseInterchanges } from '#edi/parse-interchanges.ts';
import { findX12Schema } from '#edi/x12/schema/find-schema.ts';

interface Expected {
  readonly file: string;
  readonly envelope: string;
  readonly note?: string;
}

interface Verdict {
  readonly file: string;
  readonly read: ReadResult | undefined;
  readonly envelope: readonly EdiFault[];
  readonly strict: readonly EdiFault[];
  /** What the schemas find in transactions they know; `undefined` when they know none. */
  readonly schema: readonly EdiFault[] | undefined;
  readonly milliseconds: number;
}

/** Envelope only, leniently and strictly: what a file is without any schema. */
export function judge(file: string, data: Uint8Array): Verdict {
  const started = performance.now();
  const read = parseInterchanges(data, { lenient: true });
  const milliseconds = performance.now() - started;
  const strictly = parseInterchanges(data);
  return {
    file,
    read,
    envelope: read ? faultsOf(read) : [],
    strict: strictly ? faultsOf(strictly) : [],
    schema: schemaFaults(data),
    milliseconds,
  };
}

function schemaFaults(data: Uint8Array): readonly EdiFault[] | undefined {
  const schemas = (type: string, version: string) =>
    findX12Schema(type, version) ?? findEdifactSchema(type, version);
  const read = parseInterchanges(data, { lenient: true, schemas });
  if (!read) return undefined;
  const transactions = read.interchanges.flatMap(({ groups }) =>
    groups.flatMap((group) => group.transactions),
  );
  if (!transactions.some(({ root }) => root)) return undefined;
  return faultsOf(read).filter(({ level }) => level === 'segment' || level === 'element');
}

function* filesBelow(folder: string): Generator<string> {
  for (const name of readdirSync(folder).sort()) {
    const path = join(folder, name);
    if (statSync(path).isDirectory()) yield* filesBelow(path);
    else if (/\.(x12|edi|edifact|txt|dat)$/i.test(name)) yield path;
  }
}

function manifestOf(folder: string): Map<string, Expected> {
  try {
    const rows: Expected[] = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8'));
    return new Map(rows.map((row) => [row.file, row]));
  } catch {
    return new Map();
  }
}

function lineOf(
  { file, read, envelope, strict, schema, milliseconds }: Verdict,
  expected: Expected | undefined,
): string {
  if (!read) return `${file}: neither X12 nor EDIFACT`;
  const transactions = read.interchanges.flatMap(({ groups }) =>
    groups.flatMap((group) => group.transactions),
  );
  const segments = transactions.reduce((sum, transaction) => sum + transaction.segments.length, 0);
  const types = [...new Set(transactions.map(({ type, version }) => `${type}/${version}`))].join(' ');
  const faults = [
    ...new Set(envelope.map(({ kind, severity }) => (severity === 'error' ? kind : `(${kind})`))),
  ];
  const bySchema = schema?.length === 0 ? 'fits its schema' : `${schema?.length} schema faults`;
  const same = expected === undefined || agrees(strict, expected);
  return [
    file,
    `${read.interchanges.length} interchanges ${transactions.length} transactions ${segments} segments`,
    types,
    faults.length === 0 ? 'clean' : faults.join(' '),
    schema ? bySchema : 'no schema',
    `${milliseconds.toFixed(1)} ms`,
    ...(same ? [] : [`MANIFEST SAYS ${JSON.stringify(expected.envelope)}`]),
  ].join(' | ');
}

/** The manifest's verdict is on envelopes read strictly; warnings are findings about what is accepted. */
function agrees(strict: readonly EdiFault[], expected: Expected): boolean {
  const clean = expected.envelope === 'ok' && expected.note === undefined;
  return clean !== hasErrors(strict);
}

function main(folder: string): number {
  const manifest = manifestOf(folder);
  const totals = { files: 0, clean: 0, unclean: 0, unreadable: 0, differing: 0 };
  for (const path of filesBelow(folder)) {
    const file = relative(folder, path);
    const verdict = judge(file, readFileSync(path));
    const expected = manifest.get(file);
    console.log(lineOf(verdict, expected));
    totals.files++;
    if (!verdict.read) totals.unreadable++;
    else if (!hasErrors(verdict.strict)) totals.clean++;
    else totals.unclean++;
    if (expected && !agrees(verdict.strict, expected)) totals.differing++;
  }
  console.log(JSON.stringify(totals));
  return totals.unreadable > 0 ? 1 : 0;
}

const [folder] = process.argv.slice(2);
if (process.argv[1] === import.meta.filename) {
  if (folder === undefined) {
    console.error('usage: npm run test:corpus -- DIR');
    process.exitCode = 2;
  } else process.exitCode = main(folder);
}

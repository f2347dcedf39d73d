import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { build } from 'esbuild';
import type { Generated } from './generate.ts';
import { generateAnswers, generateEdifact, generateX12 } from './generate.ts';
import { subjects } from './subjects.ts';
import type { ForeignPeer } from './toolchains.ts';
import { buildForeignPeers } from './toolchains.ts';

const execute = promisify(execFile);

interface Measured {
  readonly segments: number;
  /** Of each run; the first is cold. */
  readonly seconds: readonly number[];
  readonly peakMiB?: number;
}

/** Where what is left out of the bundle is still found. */
const programs = join(import.meta.dirname, '../../node_modules/.cache/crossdock-bench-edi');

const MEGABYTE = 1_000_000;
const DEFAULT_SIZE = 10;
/** Peak memory is asked for at this many megabytes. */
const LARGE_SIZE = 100;

/**
 * Megabytes a second through the codec and its peers, each on the same file in processes of their own: cold (first
 * run of a process, median of three) and warm (the fastest run after it in three processes taken in turn, as the work
 * is always the same and what else the machine does can only slow it). `crossdock`
 * finds every component and checks every count; `values` makes each a string, `transactions` keeps them,
 * `validated` checks the schemas as well. `floor` only finds the terminators.
 * `documents_to_canonical_per_second` reads 850, 855, 856 and 810 of ten lines (eight packs) to checked documents.
 * Options: a size in megabytes (10); `ours` leaves the peers out; `canonical` measures nothing but the documents.
 */
export async function run(args: string[]): Promise<void> {
  const size = args.map(Number).find((number) => number > 0) ?? DEFAULT_SIZE;
  const folder = await mkdtemp(join(tmpdir(), 'crossdock-edi-'));
  await mkdir(programs, { recursive: true });
  try {
    if (args.includes('canonical')) {
      await bundle();
      await canonical(await generateAnswers(join(folder, 'answers'), size * MEGABYTE), size);
      return;
    }
    const foreign = args.includes('ours') ? { peers: [], skipped: [] } : await buildForeignPeers(folder);
    for (const reason of foreign.skipped) process.stderr.write(`skipped: ${reason}\n`);
    await bundle();
    for (const syntax of ['x12', 'edifact'] as const) {
      const generate = syntax === 'x12' ? generateX12 : generateEdifact;
      const file = await generate(join(folder, `${size}.${syntax}`), size * MEGABYTE);
      const peers = foreign.peers.filter((peer) => peer.syntax === syntax);
      await compare(syntax, file, { size, peers, oursOnly: args.includes('ours') });
      const large = await generate(join(folder, `${LARGE_SIZE}.${syntax}`), LARGE_SIZE * MEGABYTE);
      await memory(syntax, large);
      await rm(large.path);
    }
    await canonical(await generateAnswers(join(folder, 'answers'), size * MEGABYTE), size);
  } finally {
    await rm(folder, { recursive: true, force: true });
    await rm(programs, { recursive: true, force: true });
  }
}

type Measure = () => Promise<Measured>;

interface Comparison {
  readonly size: number;
  readonly peers: readonly ForeignPeer[];
  readonly oursOnly: boolean;
}

async function compare(
  syntax: 'x12' | 'edifact',
  file: Generated,
  { size, peers, oursOnly }: Comparison,
): Promise<void> {
  const own = Object.keys(subjects[syntax]).filter((name) => !oursOnly || /^(floor|crossdock)/.test(name));
  const measures: [string, Measure][] = [
    ...own.map((name): [string, Measure] => [name, () => measure(syntax, name, file.path)]),
    ...peers.map((peer): [string, Measure] => [peer.name, () => measureForeign(peer, file.path)]),
  ];
  const results = new Map<string, Measured[]>();
  // In turn and not one after the other, so that what else the machine does meets all of them.
  for (let turn = 0; turn < 3; turn++)
    for (const [name, take] of measures) {
      try {
        results.set(name, [...(results.get(name) ?? []), await take()]);
      } catch (error) {
        process.stderr.write(`${name} on ${syntax}: ${String(error).split('\n').slice(0, 3).join(' ')}\n`);
      }
    }
  for (const [name, taken] of results) report(syntax, name, taken, file, size);
}

function report(
  syntax: string,
  peer: string,
  taken: readonly Measured[],
  file: Generated,
  size: number,
): void {
  const megabytes = file.bytes / MEGABYTE;
  const put = (figure: string, value: number, unit: string): void => {
    const rounded = Number(value.toPrecision(3));
    process.stdout.write(
      `${JSON.stringify({ bench: 'edi', figure: `${syntax} ${figure}`, value: rounded, unit, peer, size })}\n`,
    );
  };
  const warm = Math.min(...taken.flatMap(({ seconds }) => seconds.slice(1)));
  put('warm', megabytes / warm, 'MB/s');
  put('cold', megabytes / median(taken.map(({ seconds }) => seconds[0] ?? 0)), 'MB/s');
  if (peer === 'crossdock validated') put('documents', file.transactions / warm, 'transactions/s');
  const [first] = taken;
  if (first?.peakMiB) put('peak memory', median(taken.map(({ peakMiB = 0 }) => peakMiB)), 'MiB');
  if (first && peer !== 'floor' && first.segments !== file.segments)
    process.stderr.write(`${peer} counts ${first.segments} segments of ${file.segments} in ${syntax}\n`);
}

async function memory(syntax: 'x12' | 'edifact', file: Generated): Promise<void> {
  for (const peer of ['crossdock', 'crossdock transactions', 'crossdock validated']) {
    const { peakMiB = 0 } = await measure(syntax, peer, file.path);
    const line = {
      bench: 'edi',
      figure: `${syntax} peak memory`,
      value: Math.round(peakMiB),
      unit: 'MiB',
      peer,
    };
    process.stdout.write(`${JSON.stringify({ ...line, size: LARGE_SIZE })}\n`);
  }
}

async function canonical(file: Generated, size: number): Promise<void> {
  const taken: Measured[] = [];
  for (let turn = 0; turn < 3; turn++) taken.push(await measure('canonical', 'crossdock', file.path));
  const documents = file.transactions / Math.min(...taken.flatMap(({ seconds }) => seconds.slice(1)));
  const line = { bench: 'edi', figure: 'documents_to_canonical_per_second', value: Math.round(documents) };
  process.stdout.write(`${JSON.stringify({ ...line, unit: 'documents/s', peer: 'crossdock', size })}\n`);
}

/** As the functions are deployed: bundled to plain JavaScript, so that no compiler is in the memory measured. */
async function bundle(): Promise<void> {
  await build({
    entryPoints: [join(import.meta.dirname, 'measure.ts')],
    outdir: programs,
    outExtension: { '.js': '.mjs' },
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    external: ['@swc/core', 'x12-parser', 'node-x12', 'edifact'],
    banner: {
      js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);",
    },
    logLevel: 'silent',
  });
}

async function measure(syntax: keyof typeof subjects, name: string, path: string): Promise<Measured> {
  const program = join(programs, 'measure.mjs');
  const flags = ['--max-semi-space-size=8'];
  const { stdout } = await execute(process.execPath, [...flags, program, syntax, name, path], {
    timeout: 240_000,
  });
  return JSON.parse(stdout);
}

async function measureForeign({ command, args }: ForeignPeer, path: string): Promise<Measured> {
  const { stdout } = await execute(command, [...args, path], { timeout: 240_000 });
  return JSON.parse(stdout);
}

function median(numbers: readonly number[]): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}

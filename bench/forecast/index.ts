import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { generateForecast } from './generate.ts';

const SIZES = [10_000, 1_000_000, 10_000_000];
const PEERS = ['csv-parse + zod', 'papaparse + zod', 'fast-csv + zod'];
/** Beside peers the middle size is enough: they hold one row at a time, so their rate does not depend on it. */
const PEER_SIZE = 1_000_000;

/** A young generation of at most 3 × 8 MiB: what is measured is what is held, not what the collector leaves lying. */
const NODE_FLAGS = ['--max-semi-space-size=8'];

interface Measured {
  /** Over all runs. */
  readonly rows: number;
  /** How often the file was read, to measure long enough. */
  readonly runs: number;
  readonly wallSeconds: number;
  /** All threads together. */
  readonly cpuSeconds: number;
  readonly peakMiB: number;
}

/**
 * Rows a second through the whole way of a forecast file (guards, decoding, parsing, row checks, partitions written
 * to disk with their hashes), and the peak memory of that process, for files of growing size. The rate is per
 * second of processor time over all threads, so it is that of one core and other load does not show.
 * Options: sizes as numbers; all three without any.
 */
export async function run(args: string[]): Promise<void> {
  const asked = args.map(Number).filter((size) => size > 0);
  const folder = await mkdtemp(join(tmpdir(), 'crossdock-forecast-'));
  try {
    for (const size of asked.length > 0 ? asked : SIZES) await benchSize(folder, size);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function benchSize(folder: string, size: number): Promise<void> {
  const documents = join(folder, 'documents');
  await mkdir(documents, { recursive: true });
  const path = join(documents, `forecast-${size}.csv`);
  process.stderr.write(`writing a file of ${size} rows\n`);
  await generateForecast(path, size);
  for (const peer of ['crossdock', ...(size === PEER_SIZE ? PEERS : [])]) {
    const { rows, runs, wallSeconds, cpuSeconds, peakMiB } = await measure(peer, path);
    if (rows !== size * runs) throw new Error(`${peer} saw ${rows} rows in ${runs} runs over ${size}`);
    process.stderr.write(
      `${peer}: ${runs} × ${size} rows, ${wallSeconds.toFixed(1)} s, ${cpuSeconds.toFixed(1)} s of processor\n`,
    );
    print('rows_per_second', Math.round(rows / cpuSeconds), 'rows/s', size, peer);
    print('peak_memory', Math.round(peakMiB), 'MiB', size, peer);
  }
  await rm(path);
  await rm(join(folder, 'work'), { recursive: true, force: true });
}

async function measure(subject: string, path: string): Promise<Measured> {
  const script = join(import.meta.dirname, 'measure.ts');
  const { stdout } = await promisify(execFile)(process.execPath, [...NODE_FLAGS, script, subject, path]);
  return JSON.parse(stdout);
}

function print(figure: string, value: number, unit: string, size: number, peer: string): void {
  process.stdout.write(`${JSON.stringify({ bench: 'forecast', figure, value, unit, size, peer })}\n`);
}

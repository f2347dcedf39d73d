import { gunzip } from '#adapters/gzip/gunzip.ts';
import { sha256 } from '#core/kernel/identifiers.ts';
import type { Problem } from '#core/kernel/problem.ts';
import { type IntakeLimits, intakeLimits } from '#platform/intake/limits.ts';
import { readRows } from '#platform/intake/read-rows.ts';
import type { Row } from '#platform/intake/table.ts';
import { memoryObjects } from '#test/doubles/memory-objects.ts';

const shape = { columns: ['item', 'week', 'quantity', 'kind'], required: ['item', 'week', 'quantity'] };

export interface Reading {
  readonly rows: readonly Row[];
  readonly problem: Problem | undefined;
}

interface Options {
  readonly name?: string;
  readonly chunkBytes?: number;
  readonly manifest?: unknown;
  readonly limits?: Partial<IntakeLimits>;
}

/** Read content as a kept file: the rows given, and the problem if there was one. */
export async function read(content: string | Uint8Array, options: Options = {}): Promise<Reading> {
  const { name = 'file.csv', chunkBytes = 64 * 1024, manifest, limits = {} } = options;
  const objects = memoryObjects({ chunkBytes });
  const bytes = typeof content === 'string' ? Buffer.from(content) : content;
  await objects.write('documents', 'documents/it', bytes);
  if (manifest !== undefined) {
    objects.putText('documents', 'documents/it.manifest.json', JSON.stringify(manifest));
  }
  const file = {
    contentKey: 'documents/it',
    ...(manifest !== undefined && { manifestKey: 'documents/it.manifest.json' }),
    fileName: name,
    sizeBytes: bytes.length,
    sha256: sha256(bytes),
  };
  const rows: Row[] = [];
  const result = await readRows(
    { objects, gunzip },
    file,
    shape,
    async (some) => {
      rows.push(...some);
    },
    { ...intakeLimits, ...limits },
  );
  return { rows, problem: result.ok ? undefined : result.problem };
}

/** The code of the problem that reading content ends in. */
export const refusal = async (content: string | Uint8Array, options: Options = {}) =>
  (await read(content, options)).problem?.code;

/** Cells by line, for what must be read. */
export async function cells(content: string | Uint8Array, options: Options = {}) {
  const { rows, problem } = await read(content, options);
  if (problem) throw new Error(`${problem.code}: ${problem.detail}`);
  return rows.map((row) => row.cells);
}

export const FILE = 'item,week,quantity\nA,2026-11-23,1\nB,2026-11-23,2\nC,2026-11-30,3.5\n';

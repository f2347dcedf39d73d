import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sha256 } from '#core/kernel/identifiers.ts';
import { cells, FILE, read, refusal } from './read.ts';

const trailerFor = (file: string) => `#rows=${file.split('\n').length - 2},sha256=${sha256(file)}\n`;

describe('reading rows', () => {
  it('[B1] gives the cells of every row with its line number', async () => {
    const { rows } = await read(FILE);
    expect(rows.map(({ line, cells: [item] }) => [line, item])).toEqual([
      [2, 'A'],
      [3, 'B'],
      [4, 'C'],
    ]);
  });

  it('[B1] takes columns in any order and leaves an optional one empty', async () => {
    expect(await cells('quantity,item,week\n5,A,2026-11-23\n')).toEqual([['A', '2026-11-23', '5', '']]);
  });

  it('[B1] takes columns with an optional one in the middle missing', async () => {
    expect(await cells('item,kind,quantity,week\nA,k,5,w\n')).toEqual([['A', 'w', '5', 'k']]);
  });

  it('[B1] takes quoted cells, Windows line ends and blank lines, and counts lines right', async () => {
    const { rows } = await read('"item","week","quantity"\r\n"A","2026-11-23","1"\r\n\r\nB,w,2\r\n');
    expect(rows.map((row) => [row.line, ...row.cells])).toEqual([
      [2, 'A', '2026-11-23', '1', ''],
      [4, 'B', 'w', '2', ''],
    ]);
  });

  it('[B1] a stray quote costs its own line only', async () => {
    const { rows } = await read('item,week,quantity\nA,w,1\n"B,w,2\nC,"w",3\nD,w,"4\nE,w,5\n');
    expect(rows.map(({ line, fault }) => [line, fault === undefined])).toEqual([
      [2, true],
      [3, false],
      [4, true],
      [5, false],
      [6, true],
    ]);
    expect(rows[1]?.cells).toEqual(['"B,w,2']);
  });

  it('[B1] a row with too few or too many cells has a fault that says so', async () => {
    const { rows } = await read('item,week,quantity\nA,w\nB,w,1,2\n');
    expect(rows.map(({ fault }) => fault)).toEqual([
      'it has 2 cells and the header names 3 columns',
      'it has 4 cells and the header names 3 columns',
    ]);
  });

  it('[B1] reads NDJSON, numbers included', async () => {
    const lines = ['{"item":"A","week":"w","quantity":"1"}', '{"quantity":2.5,"item":"B","week":"w"}'];
    expect(await cells(`${lines.join('\n')}\n`, { name: 'a.ndjson' })).toEqual([
      ['A', 'w', '1', ''],
      ['B', 'w', '2.5', ''],
    ]);
  });

  it('[B1] sorts out NDJSON lines that are no object, lack a name, or have an unknown or unsafe one', async () => {
    const lines = [
      '[1]',
      '{"item":"A"',
      '{"item":"A","week":"w"}',
      '{"item":"A","week":"w","quantity":"1","price":"1"}',
      '{"item":"A","week":"w","quantity":"1","__proto__":{"kind":"x"}}',
      '{"item":"A","week":"w","quantity":12345678901234567}',
      '{"item":"A","week":"w","quantity":["1"]}',
    ];
    const { rows } = await read(`${lines.join('\n')}\n`, { name: 'a.ndjson' });
    expect(rows.map(({ fault }) => fault)).toEqual([
      'it is no JSON object',
      'it is no JSON object',
      'it lacks "quantity"',
      'it has the unknown name "price"',
      'it has the unknown name "__proto__"',
      'its "quantity" is no text or exact number; write it as text',
      'its "quantity" is no text or exact number; write it as text',
    ]);
  });

  it('[B1] reads gzip, one member or several', async () => {
    const half = FILE.indexOf('B,');
    const members = Buffer.concat([gzipSync(FILE.slice(0, half)), gzipSync(FILE.slice(half))]);
    expect(await cells(gzipSync(FILE), { name: 'a.csv.gz' })).toEqual(await cells(FILE));
    expect(await cells(members, { name: 'a.csv.gz' })).toEqual(await cells(FILE));
  });

  it('[B1] takes a trailer and a manifest that agree', async () => {
    const rows = await cells(FILE);
    expect(await cells(`${FILE}#rows=3\n`)).toEqual(rows);
    expect(await cells(FILE + trailerFor(FILE))).toEqual(rows);
    expect(await cells(`${FILE}#sha256=${sha256(FILE)}`)).toEqual(rows);
    expect(await cells(FILE, { manifest: { rows: 3, sha256: sha256(FILE) } })).toEqual(rows);
  });

  it('[B1] takes a last row without line end only where the hash of a manifest proves it', async () => {
    const open = FILE.slice(0, -1);
    expect(await refusal(open)).toBe('file-truncated');
    expect(await refusal(open, { manifest: { rows: 3 } })).toBe('file-truncated');
    expect(await cells(open, { manifest: { sha256: sha256(open) } })).toEqual(await cells(FILE));
  });
});

describe('reading rows, in whatever pieces they come', () => {
  const texts = fc.constantFrom(
    FILE,
    `\uFEFF${FILE}${trailerFor(`\uFEFF${FILE}`)}`,
    'item,week,quantity\r\n"Ä€😀","w",1\r\n\r\nB,"w\n2,x",3\r\n#notes\r\nC,w,4\r\n',
    `${FILE}${FILE}`,
    FILE.slice(0, -3),
    'item,week,quantity\n\uFEFFA,w,1\n"\uFEFFB",w,2\n',
  );

  it('[B1] any split of the bytes gives the same rows and the same problem', async () => {
    await fc.assert(
      fc.asyncProperty(texts, fc.integer({ min: 1, max: 40 }), async (text, chunkBytes) => {
        expect(await read(text, { chunkBytes })).toEqual(await read(text));
      }),
      { numRuns: 200 },
    );
  });

  it('[B1] any split of a gzip stream gives the same rows', async () => {
    const name = 'a.csv.gz';
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 60 }), async (chunkBytes) => {
        expect(await read(gzipSync(FILE), { name, chunkBytes })).toEqual(
          await read(gzipSync(FILE), { name }),
        );
      }),
      { numRuns: 30 },
    );
  });

  it('[B1] a file with a trailer that is cut anywhere is refused', async () => {
    const file = FILE + trailerFor(FILE);
    const trailer = file.lastIndexOf('#');
    for (let length = 0; length < file.length; length += 1) {
      const { problem } = await read(file.slice(0, length));
      const proves = /^#rows=3(?:,sha256=[0-9a-f]{64})?$/.test(file.slice(trailer, length));
      const lineEnd = length > FILE.indexOf('\n') + 1 && file[length - 1] === '\n';
      // All rows are there where the trailer says how many, or nothing but whole lines were taken away.
      if (!proves && !lineEnd)
        expect([length, problem?.code]).toEqual([length, expect.stringMatching(/^file-/)]);
    }
  });

  it('[B1] a file with a manifest that is cut anywhere is refused', async () => {
    const manifest = { sha256: sha256(FILE) };
    for (let length = 0; length < FILE.length; length += 1) {
      expect(await refusal(FILE.slice(0, length), { manifest })).toMatch(/^file-/);
    }
  });

  it('[B1] a gzip file that is cut anywhere is refused', async () => {
    const file = gzipSync(FILE);
    for (let length = 0; length < file.length; length += 1) {
      expect(await refusal(file.subarray(0, length), { name: 'a.csv.gz' })).toMatch(/^file-/);
    }
  });
});

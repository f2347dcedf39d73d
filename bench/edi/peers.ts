import { createReadStream } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Loader, Subject } from './subjects.ts';

/** What a parser that calls back has in common: two of the peers, with names of their own for the calls. */
interface Counted {
  segments: number;
  values: number;
}

const x12Parser: Loader = async () => {
  const { X12parser } = await import('x12-parser');
  return async (path) => {
    let segments = 0;
    for await (const _ of createReadStream(path).pipe(new X12parser())) segments++;
    return segments;
  };
};

/** Strict, as its non-strict mode loses what stands at the end of a chunk. */
const nodeX12: Loader = async () => {
  const { X12Parser } = await import('node-x12');
  return async (path) => {
    let segments = 0;
    for await (const _ of createReadStream(path).pipe(new X12Parser(true, 'utf8'))) segments++;
    return segments;
  };
};

const edifactParser: Loader = async () => {
  const { default: Parser } = await import('edifact/parser.js');
  return async (path) => {
    const counted: Counted = { segments: 0, values: 0 };
    const parser = new Parser();
    parser.encoding('UNOC');
    parser.onopensegment = () => {
      counted.segments++;
    };
    parser.onelement = () => undefined;
    parser.oncomponent = (value) => {
      counted.values += value.length;
    };
    parser.onclosesegment = () => undefined;
    for await (const chunk of createReadStream(path, { encoding: 'latin1' })) parser.write(chunk);
    parser.end();
    return counted.segments;
  };
};

const edifactReader: Loader = async () => {
  const { default: Reader } = await import('edifact/reader.js');
  return async (path) => new Reader().parse(await readFile(path, 'latin1')).length;
};

/** Its package resolves in bundlers only, so it is bundled first. */
const tsEdifact: Loader = async () => {
  const { build } = await import('esbuild');
  const folder = await mkdtemp(join(tmpdir(), 'crossdock-ts-edifact-'));
  const outfile = join(folder, 'peer.mjs');
  const banner =
    "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);";
  await build({
    stdin: {
      contents: "export { Parser } from '@makakwastaken/ts-edifact';",
      resolveDir: import.meta.dirname,
    },
    bundle: true,
    platform: 'node',
    format: 'esm',
    external: ['@swc/core'],
    banner: { js: banner },
    outfile,
    logLevel: 'silent',
  });
  const { Parser }: typeof import('@makakwastaken/ts-edifact') = await import(pathToFileURL(outfile).href);
  await rm(folder, { recursive: true });
  const subject: Subject = async (path) => {
    const counted: Counted = { segments: 0, values: 0 };
    const parser = new Parser();
    parser.onOpenSegment = () => {
      counted.segments++;
    };
    parser.onElement = () => undefined;
    parser.onComponent = (value: string) => {
      counted.values += value.length;
    };
    parser.onCloseSegment = () => undefined;
    for await (const chunk of createReadStream(path, { encoding: 'latin1' })) parser.write(chunk);
    parser.end();
    return counted.segments;
  };
  return subject;
};

export const x12Peers: Readonly<Record<string, Loader>> = { 'x12-parser': x12Parser, 'node-x12': nodeX12 };

export const edifactPeers: Readonly<Record<string, Loader>> = {
  'edifact parser': edifactParser,
  'edifact reader': edifactReader,
  'ts-edifact': tsEdifact,
};

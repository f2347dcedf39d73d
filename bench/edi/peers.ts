import { createReadStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import type { Loader } from './subjects.ts';

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

/** Strict and from one string: as a stream it refuses the second chunk, or without `strict` loses what spans chunks. */
const nodeX12: Loader = async () => {
  const { X12Parser, X12Interchange } = await import('node-x12');
  return async (path) => {
    const read = new X12Parser(true).parse(await readFile(path, 'utf8'));
    const groups = read instanceof X12Interchange ? read.functionalGroups : [];
    const transactions = groups.flatMap((group) => group.transactions);
    const inside = transactions.reduce((sum, { segments }) => sum + segments.length + 2, 0);
    return inside + 2 * groups.length + 2;
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

const tsEdifact: Loader = async () => {
  const { Configuration, Parser } = await import('@makakwastaken/ts-edifact');
  return async (path) => {
    const counted: Counted = { segments: 0, values: 0 };
    const parser = new Parser(new Configuration({ charset: 'UNOC' }));
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
};

export const x12Peers: Readonly<Record<string, Loader>> = { 'x12-parser': x12Parser, 'node-x12': nodeX12 };

export const edifactPeers: Readonly<Record<string, Loader>> = {
  'edifact parser': edifactParser,
  'edifact reader': edifactReader,
  'ts-edifact': tsEdifact,
};

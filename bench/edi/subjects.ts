import { open } from 'node:fs/promises';
import { EnvelopeChecker } from '#edi/codec/envelope.ts';
import type { InterchangeEvent, Transaction } from '#edi/codec/interchange.ts';
import type { Syntax } from '#edi/codec/interchange-reader.ts';
import { InterchangeReader } from '#edi/codec/interchange-reader.ts';
import { defaultLimits } from '#edi/codec/limits.ts';
import type { SchemaFinder } from '#edi/codec/schema.ts';
import type { SegmentView } from '#edi/codec/segment-view.ts';
import { Tokenizer } from '#edi/codec/tokenizer.ts';
import { findEdifactSchema } from '#edi/edifact/schema/find-schema.ts';
import { edifactSyntax } from '#edi/edifact/syntax.ts';
import type { Mapped } from '#edi/maps/mapped.ts';
import { read810 } from '#edi/maps/x12/810.ts';
import { read850 } from '#edi/maps/x12/850.ts';
import { read855 } from '#edi/maps/x12/855.ts';
import { read856 } from '#edi/maps/x12/856.ts';
import { findX12Schema } from '#edi/x12/schema/find-schema.ts';
import { x12Syntax } from '#edi/x12/syntax.ts';
import { edifactPeers, x12Peers } from './peers.ts';

/** Reads a file its own way and answers how many segments it saw. */
export type Subject = (path: string) => Promise<number>;

/** The file through one buffer that is used again: no subject keeps a chunk after it took it. */
async function* chunksOf(path: string): AsyncGenerator<Buffer> {
  const file = await open(path);
  try {
    const buffer = Buffer.alloc(65_536);
    for (;;) {
      const { bytesRead } = await file.read(buffer, 0, buffer.length);
      if (bytesRead === 0) return;
      yield buffer.subarray(0, bytesRead);
    }
  } finally {
    await file.close();
  }
}

/** The floor: the same bytes, and nothing but the terminators found. */
const floor =
  (terminator: number): Subject =>
  async (path) => {
    let segments = 0;
    for await (const chunk of chunksOf(path))
      for (let at = chunk.indexOf(terminator); at >= 0; at = chunk.indexOf(terminator, at + 1)) segments++;
    return segments;
  };

/** Elements, repetitions and components found, control numbers and counts checked at every level. */
const checked =
  (syntax: Syntax, each: (view: SegmentView) => void): Subject =>
  async (path) => {
    let segments = 0;
    let faults = 0;
    const checker = new EnvelopeChecker(
      syntax.rules,
      {
        opened: () => segments++,
        segment(view) {
          segments++;
          each(view);
        },
        closed(level) {
          segments++;
          faults += level.log.faults.length;
        },
        outside: () => faults++,
      },
      defaultLimits,
      false,
    );
    const tokenizer = new Tokenizer(syntax.preambleReader({}), checker, defaultLimits);
    for await (const chunk of chunksOf(path)) tokenizer.push(chunk);
    tokenizer.end();
    if (faults > 0) throw new Error(`${faults} faults in a file without any`);
    return segments;
  };

/** Whole transactions as values, by loop and checked against their schemas where a finder is given. */
const transactions =
  (syntax: Syntax, schemas?: SchemaFinder): Subject =>
  async (path) => {
    let segments = 0;
    const take = (event: InterchangeEvent): void => {
      if (event.kind === 'transaction') {
        segments += event.transaction.segments.length;
        if (event.transaction.outcome !== 'accepted')
          throw new Error(JSON.stringify(event.transaction.faults[0]));
      } else if (event.kind !== 'outside') segments++;
    };
    const reader = new InterchangeReader(syntax, take, schemas ? { schemas } : {});
    for await (const chunk of chunksOf(path)) reader.push(chunk);
    reader.end();
    return segments;
  };

const maps: Readonly<Record<string, (transaction: Transaction) => Mapped<unknown>>> = {
  '850': read850,
  '855': read855,
  '856': read856,
  '810': read810,
};

/** Bytes to transactions to checked canonical documents. */
const toCanonical: Subject = async (path) => {
  let documents = 0;
  const take = (event: InterchangeEvent): void => {
    if (event.kind !== 'transaction') return;
    const mapped = maps[event.transaction.type]?.(event.transaction);
    if (event.transaction.outcome !== 'accepted' || !mapped?.ok)
      throw new Error(JSON.stringify(mapped?.ok ? event.transaction.faults[0] : mapped?.faults[0]));
    documents++;
  };
  const reader = new InterchangeReader(x12Syntax, take, { schemas: findX12Schema });
  for await (const chunk of chunksOf(path)) reader.push(chunk);
  reader.end();
  return documents;
};

const split = (): void => undefined;

/** So that no value is made for nobody. */
export const kept = { values: 0 };
const toValues = (view: SegmentView): void => {
  kept.values += view.toSegment().elements.length;
};

/** A subject and what loading it takes, so that no process carries another's code. */
export type Loader = () => Promise<Subject>;

const ready =
  (subject: Subject): Loader =>
  async () =>
    subject;

const ours = (syntax: Syntax, terminator: number, schemas: SchemaFinder): Record<string, Loader> => ({
  floor: ready(floor(terminator)),
  crossdock: ready(checked(syntax, split)),
  'crossdock values': ready(checked(syntax, toValues)),
  'crossdock transactions': ready(transactions(syntax)),
  'crossdock validated': ready(transactions(syntax, schemas)),
});

/** By what is read: either syntax, or the answers of suppliers all the way to canonical documents. */
export const subjects: Readonly<Record<'x12' | 'edifact' | 'canonical', Readonly<Record<string, Loader>>>> = {
  canonical: { crossdock: ready(toCanonical) },
  x12: { ...ours(x12Syntax, 0x7e, findX12Schema), ...x12Peers },
  edifact: { ...ours(edifactSyntax, 0x27, findEdifactSchema), ...edifactPeers },
};

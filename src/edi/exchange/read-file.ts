/** A kept file of a partner, read in a stream: once to see what is in it, once more to take it apart. */
import { createHash, type Hash } from 'node:crypto';
import type { EdiFault } from '../codec/fault.ts';
import type { Interchange, InterchangeEvent, Transaction } from '../codec/interchange.ts';
import { InterchangeAssembler } from '../codec/interchange-assembler.ts';
import type { Segment } from '../codec/segment.ts';
import { edifactEvents } from '../edifact/parse-interchanges.ts';
import { findEdifactSchema } from '../edifact/schema/find-schema.ts';
import { syntaxOf } from '../parse-interchanges.ts';
import { x12Events } from '../x12/parse-interchanges.ts';
import { findX12Schema } from '../x12/schema/find-schema.ts';

/** Where the syntax of a file can be told. */
const START_BYTES = 1024;

/**
 * The events of a file of either syntax; undefined when it is neither. It is read leniently, so that who sent it is
 * known whatever is wrong with its envelope; what the agreement says of that comes afterwards.
 */
export async function eventsOf(
  content: AsyncIterable<Uint8Array>,
): Promise<AsyncIterable<InterchangeEvent> | undefined> {
  const pieces = content[Symbol.asyncIterator]();
  const start: Uint8Array[] = [];
  let bytes = 0;
  while (bytes < START_BYTES) {
    const { done, value } = await pieces.next();
    if (done) break;
    start.push(value);
    bytes += value.length;
  }
  const whole = (async function* () {
    yield* start;
    yield* { [Symbol.asyncIterator]: () => pieces };
  })();
  switch (syntaxOf(Buffer.concat(start))) {
    case 'x12':
      return x12Events(whole, { lenient: true, schemas: findX12Schema });
    case 'edifact':
      return edifactEvents(whole, { lenient: true, schemas: findEdifactSchema });
    case undefined:
      return undefined;
  }
}

/** One interchange without the bodies of its transactions: of each its header and its faults. */
export interface Outline {
  readonly interchange: Interchange;
  /** Of all its segments, so that the same interchange in another file has the same. */
  readonly sha256: string;
}

export interface FileOutline {
  readonly interchanges: readonly Outline[];
  /** What is in no interchange. */
  readonly faults: readonly EdiFault[];
  readonly transactions: number;
}

/** What is in a file; reading stops when it has more transactions than are taken. */
export async function outlineOf(
  events: AsyncIterable<InterchangeEvent>,
  mostTransactions: number,
): Promise<FileOutline> {
  const assembler = new InterchangeAssembler();
  const hashes: string[] = [];
  let hash = createHash('sha256');
  let transactions = 0;
  for await (const event of events) {
    noteSegments(hash, event);
    if (event.kind === 'interchange-closed') {
      hashes.push(hash.digest('hex'));
      hash = createHash('sha256');
    }
    if (event.kind !== 'transaction') assembler.take(event);
    else {
      transactions += 1;
      if (transactions > mostTransactions) break;
      assembler.take({ kind: 'transaction', transaction: outlined(event.transaction) });
    }
  }
  const { interchanges, faults } = assembler.result;
  const outlines = interchanges.map((interchange, i) => ({ interchange, sha256: hashes[i] ?? '' }));
  return { interchanges: outlines, faults, transactions };
}

/** What an acknowledgement needs of a transaction. */
function outlined({ root: _root, segments, ...transaction }: Transaction): Transaction {
  return { ...transaction, segments: segments.slice(0, 1) };
}

function noteSegments(hash: Hash, event: InterchangeEvent): void {
  switch (event.kind) {
    case 'interchange-opened':
    case 'group-opened':
      note(hash, event.header);
      return;
    case 'transaction':
      for (const segment of event.transaction.segments) note(hash, segment);
      return;
    case 'group-closed':
      note(hash, event.group.trailer);
      return;
    case 'interchange-closed':
      note(hash, event.interchange.trailer);
      return;
    case 'outside':
      return;
  }
}

function note(hash: Hash, segment: Segment | undefined): void {
  if (segment) hash.update(`${segment.id}${JSON.stringify(segment.elements)}\n`);
}

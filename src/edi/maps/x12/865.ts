import type { AnsweredChangeLine, OrderChangeAnswer } from '#core/canonical/order-change.ts';
import { orderChangeAnswerSchema } from '#core/canonical/order-change.ts';
import type { Transaction } from '../../codec/interchange.ts';
import type { LoopInstance } from '../../codec/loop-instance.ts';
import { loopsIn, segmentIn } from '../../codec/loop-instance.ts';
import type { Mapped } from '../mapped.ts';
import { Reading, withoutLoops } from '../reading.ts';
import { stated } from '../values.ts';
import { readConfirmations } from './855.ts';
import {
  checkLineCount,
  readCurrency,
  readDates,
  readDescription,
  readItem,
  readNotes,
  readParties,
  readPrice,
  readPurpose,
  readQuantity,
  readReferences,
  totalsIn,
} from './parts.ts';

/** Element 353 where it tells alone: requested, proposed, seller initiated change. */
const proposing: ReadonlySet<string> = new Set(['13', '16', '19']);

/** Element 353 where it tells alone: confirmation, response, rejection. */
const answering: ReadonlySet<string> = new Set(['06', '11', '44']);

/** Element 587 that says nothing of a change before it: no acknowledgment needed, or mutually defined. */
const sayingNothing: ReadonlySet<string> = new Set(['', 'NA', 'ZZ']);

/**
 * Read an 865 as the seller's answer to a change of an order, or as its own wish to change.
 * 1. BCA: BCA01 and BCA02 say which it is; BCA03 is the order, BCA05 the change by its sequence number, BCA11 that
 *    change's day, BCA09 the seller's own number, BCA10 its day.
 * 2. POC: what becomes of the line (POC02), its new total (POC03), what of it is open (POC04), price (POC06, POC07).
 * 3. ACK as in an 855. Codes are kept, also where they contradict their data.
 */
export function read865(transaction: Transaction): Mapped<OrderChangeAnswer> {
  const { root } = transaction;
  if (root === undefined) return withoutLoops(transaction);
  const reading = new Reading(transaction);
  const bca = segmentIn(root, 'BCA');
  const sequence = reading.optional(bca, 5);
  const lines = loopsIn(root, 'POC').map((loop) => readLine(reading, loop));
  checkLineCount(reading, totalsIn(root), lines.length);
  const document = stated({
    standard: 'x12' as const,
    nature: natureOf(reading.text(bca, 1), reading.text(bca, 2)),
    number: reading.optional(bca, 9),
    purpose: readPurpose(reading, bca, 1),
    answerCode: reading.optional(bca, 2),
    order: stated({
      number: reading.required(bca, 3, 'the number of the order'),
      release: reading.optional(bca, 4),
      date: reading.date(bca, { element: 6 }),
    }),
    change: sequence === undefined ? undefined : { sequence },
    requestNumber: reading.optional(bca, 7),
    contract: reading.optional(bca, 8),
    acknowledgedOn: reading.date(bca, { element: 10 }),
    changedOn: reading.date(bca, { element: 11 }),
    currency: readCurrency(reading, root),
    parties: readParties(reading, root),
    references: readReferences(reading, root),
    dates: readDates(reading, root),
    notes: readNotes(reading, root),
    lines,
  });
  return reading.finish(document, orderChangeAnswerSchema);
}

/** The purpose tells where it is one of a proposal or an answer; else a type of acknowledgment makes it an answer. */
function natureOf(purpose: string, type: string): OrderChangeAnswer['nature'] {
  if (proposing.has(purpose)) return 'proposal';
  if (answering.has(purpose)) return 'answer';
  return sayingNothing.has(type) ? 'unclear' : 'answer';
}

function readLine(reading: Reading, loop: LoopInstance): AnsweredChangeLine {
  const poc = segmentIn(loop, 'POC');
  const ordered = poc && readQuantity(reading, poc, 3, 5);
  return stated({
    lineNumber: reading.optional(poc, 1),
    change: reading.optional(poc, 2),
    item: readItem(reading, poc, 8),
    description: readDescription(reading, loop),
    ordered,
    openQuantity: reading.decimal(poc, { element: 4 }),
    price: poc && readPrice(reading, poc, 6, ordered),
    dates: readDates(reading, loop),
    confirmations: readConfirmations(reading, loop),
    notes: readNotes(reading, loop),
  });
}

import type {
  AcknowledgedLine,
  LineConfirmation,
  OrderAcknowledgement,
} from '#core/canonical/order-acknowledgement.ts';
import { orderAcknowledgementSchema } from '#core/canonical/order-acknowledgement.ts';
import type { Transaction } from '../../codec/interchange.ts';
import type { LoopInstance } from '../../codec/loop-instance.ts';
import { loopsIn, segmentIn } from '../../codec/loop-instance.ts';
import type { Segment } from '../../codec/segment.ts';
import type { Mapped } from '../mapped.ts';
import { Reading, withoutLoops } from '../reading.ts';
import { stated } from '../values.ts';
import {
  checkLineCount,
  eachOnce,
  readCurrency,
  readDate,
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

/**
 * Read an 855 as the supplier's answer to an order.
 * 1. BAK: BAK02 is the answer to the whole and BAK03 the order; BAK08 is the supplier's own number.
 * 2. PO1: what was ordered, with the price the supplier has (PO104, basis PO105).
 * 3. ACK, any number a line: code (ACK01), quantity (ACK02, ACK03), date by its qualifier (ACK04, ACK05), the item
 *    where it names one (ACK07 on). Codes are kept, also where they contradict their data.
 */
export function read855(transaction: Transaction): Mapped<OrderAcknowledgement> {
  const { root } = transaction;
  if (root === undefined) return withoutLoops(transaction);
  const reading = new Reading(transaction);
  const bak = segmentIn(root, 'BAK');
  const lines = loopsIn(root, 'PO1').map((loop) => readLine(reading, loop));
  checkLineCount(reading, totalsIn(root), lines.length);
  const document = stated({
    standard: 'x12' as const,
    number: reading.optional(bak, 8),
    purpose: readPurpose(reading, bak, 1),
    answerCode: reading.optional(bak, 2),
    order: stated({
      number: reading.required(bak, 3, 'the number of the order'),
      release: reading.optional(bak, 5),
      date: reading.date(bak, { element: 4 }),
    }),
    acknowledgedOn: reading.date(bak, { element: 9 }),
    currency: readCurrency(reading, root),
    parties: readParties(reading, root),
    references: readReferences(reading, root),
    dates: readDates(reading, root),
    notes: readNotes(reading, root),
    lines,
  });
  return reading.finish(document, orderAcknowledgementSchema);
}

function readLine(reading: Reading, loop: LoopInstance): AcknowledgedLine {
  const po1 = segmentIn(loop, 'PO1');
  const ordered = po1 && readQuantity(reading, po1, 2);
  return stated({
    lineNumber: reading.optional(po1, 1),
    item: readItem(reading, po1, 6),
    description: readDescription(reading, loop),
    ordered,
    price: po1 && readPrice(reading, po1, 4, ordered),
    dates: readDates(reading, loop),
    confirmations: readConfirmations(reading, loop),
    notes: readNotes(reading, loop),
  });
}

/** The ACK loops of a line. */
export const readConfirmations = (reading: Reading, loop: LoopInstance): LineConfirmation[] =>
  loopsIn(loop, 'ACK').flatMap((inner) => {
    const ack = segmentIn(inner, 'ACK');
    return ack === undefined ? [] : [readConfirmation(reading, inner, ack)];
  });

const readConfirmation = (reading: Reading, loop: LoopInstance, ack: Segment): LineConfirmation =>
  stated({
    code: reading.optional(ack, 1),
    quantity: readQuantity(reading, ack, 2),
    dates: eachOnce([...readDate(reading, ack, 4), ...readDates(reading, loop)]),
    item: readItem(reading, ack, 7),
  });

import type {
  AcknowledgedLine,
  LineConfirmation,
  OrderAcknowledgement,
} from '#core/canonical/order-acknowledgement.ts';
import { orderAcknowledgementSchema } from '#core/canonical/order-acknowledgement.ts';
import type { OrderReference } from '#core/canonical/trade.ts';
import type { Transaction } from '../../codec/interchange.ts';
import type { LoopInstance } from '../../codec/loop-instance.ts';
import { segmentIn, segmentsIn } from '../../codec/loop-instance.ts';
import type { Segment } from '../../codec/segment.ts';
import type { Mapped } from '../mapped.ts';
import { loopsBeginning, Reading, withoutLoops } from '../reading.ts';
import { stated } from '../values.ts';
import {
  checkLineCount,
  readCurrency,
  readDateOf,
  readDates,
  readDescription,
  readItem,
  readLineOrder,
  readNotes,
  readOrders,
  readParties,
  readPrice,
  readQuantity,
  readQuantityOf,
  readReference,
  readReferences,
  readSubstitute,
} from './parts.ts';

/**
 * Read an ORDRSP as the supplier's answer to an order.
 * 1. BGM: number (1004) and answer to the whole (1225; where that says `9`, an original, or nothing, the response
 *    type 4343); RFF `ON` is the order, and RFF `PP` (change) or `ACW` (message before) the ORDCHG it answers, where it
 *    answers one.
 * 2. LIN: answer to the line (1229), kept as it is. QTY `21` was ordered, `113` (else `12`) will come, `83` later.
 *    PIA `3` is the item that comes instead.
 * 3. A line with delivery schedules (SCC) has one confirmation for each quantity in them.
 */
export function readOrdrsp(transaction: Transaction): Mapped<OrderAcknowledgement> {
  const { root } = transaction;
  if (root === undefined) return withoutLoops(transaction);
  const reading = new Reading(transaction);
  const bgm = segmentIn(root, 'BGM');
  if (bgm) reading.note(bgm, 1);
  const orders = readOrders(reading, root);
  if (orders.length !== 1)
    reading.fault(bgm, {}, `an answer to ${orders.length} orders (RFF ON): one is needed`);
  const lines = loopsBeginning(root, 'LIN').map((loop) => readLine(reading, loop, orders));
  checkLineCount(reading, root, lines.length);
  const document = stated({
    standard: 'edifact' as const,
    number: reading.optional(bgm, 2),
    answerCode: readAnswer(reading, bgm),
    order: orders[0] ?? { number: '' },
    acknowledgedOn: readDateOf(reading, root, '137'),
    currency: readCurrency(reading, root),
    parties: readParties(reading, root),
    change: readChange(reading, root),
    references: readReferences(reading, root, ['ON', 'PP', 'ACW']),
    dates: readDates(reading, root),
    notes: readNotes(reading, root),
    lines,
  });
  return reading.finish(document, orderAcknowledgementSchema);
}

/** That a message is an original one answers nothing: then its response type does, if it has one. */
function readAnswer(reading: Reading, bgm: Segment | undefined): string | undefined {
  const kind = reading.optional(bgm, 3);
  return kind === undefined || kind === '9' ? (reading.optional(bgm, 4) ?? kind) : kind;
}

/** RFF `PP`, else `ACW`; the other one, if it is there too, is found. */
function readChange(reading: Reading, root: LoopInstance): OrderAcknowledgement['change'] {
  const number = readReference(reading, root, 'PP') ?? readReference(reading, root, 'ACW');
  return number === undefined ? undefined : { number };
}

function readLine(reading: Reading, loop: LoopInstance, orders: readonly OrderReference[]): AcknowledgedLine {
  const lin = segmentIn(loop, 'LIN');
  const code = reading.optional(lin, 2);
  const ordered = readQuantity(reading, loop, '21');
  const confirmed = readQuantity(reading, loop, '113', '12');
  const dates = readDates(reading, loop);
  const item = readSubstitute(reading, loop);
  const scheduled = readSchedules(reading, loop, { code, item });
  const whole = stated({ code, quantity: confirmed, dates, item });
  return stated({
    lineNumber: reading.optional(lin, 1),
    order: readLineOrder(reading, loop, orders),
    item: readItem(reading, loop),
    description: readDescription(reading, loop),
    ordered,
    backordered: readQuantity(reading, loop, '83'),
    price: readPrice(reading, loop, confirmed ?? ordered),
    dates: scheduled.length > 0 ? dates : [],
    confirmations: scheduled.length > 0 ? scheduled : [whole],
    notes: readNotes(reading, loop),
  });
}

/** SCC groups: each QTY in them with its dates, under the code and of the substitute of their line. */
const readSchedules = (
  reading: Reading,
  loop: LoopInstance,
  { code, item }: { readonly code: string | undefined; readonly item: LineConfirmation['item'] },
): LineConfirmation[] =>
  loopsBeginning(loop, 'SCC')
    .flatMap((scc) => loopsBeginning(scc, 'QTY'))
    .flatMap((group) =>
      segmentsIn(group, 'QTY').map((qty) =>
        stated({ code, quantity: readQuantityOf(reading, qty), dates: readDates(reading, group), item }),
      ),
    );

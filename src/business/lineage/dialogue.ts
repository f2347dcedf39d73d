import * as z from 'zod';
import type { OrderLedger } from '#core/canonical/order-ledger.ts';
import type { StoredRecord } from '#core/kernel/records.ts';
import type { LineagePorts } from './ports.ts';

type Document = StoredRecord<'partner-document'>;

export interface Dialogue {
  /** The order and changes of it, as they were sent; the oldest first. */
  readonly sent: readonly Document[];
  /** What the supplier answered, also what a newer answer took the place of; the oldest first. */
  readonly answers: readonly Document[];
  /** Changes of the order that its system had to hear of; the oldest first. */
  readonly changesInSystem: readonly StoredRecord<'order-change'>[];
}

/** Of a long dialogue so much is looked at. */
const MOST_EVENTS = 100;
const MOST_CHANGES = 20;

const answered = z.looseObject({ partnerDocumentId: z.string() });

/**
 * What was said to and fro about an order. The ledger names the last document of each kind; the others are found by
 * the ids that sending them gave, and in what happened to the ledger.
 */
export async function documentsInDialogue(
  { records, sentAs }: Pick<LineagePorts, 'records' | 'sentAs'>,
  { id, told, answer, lines }: OrderLedger,
): Promise<Dialogue> {
  const [history, changes] = await Promise.all([
    records.history('order-ledger', id, MOST_EVENTS),
    records.list('order-change', {
      ...{ list: 'changes-by-order', scope: id, order: 'descending', limit: MOST_CHANGES },
    }),
  ]);
  const said = history.flatMap(({ event, data }) => {
    const parsed = event === 'order-acknowledged' ? answered.safeParse(data) : undefined;
    return parsed?.success ? [parsed.data.partnerDocumentId] : [];
  });
  const sentIds = [
    sentAs('purchase-order', id),
    ...(told ? [told.documentId] : []),
    ...changes.entries.map((change) => sentAs('order-change', change.id)),
  ];
  const answerIds = [
    ...said,
    ...(answer.documentId === undefined ? [] : [answer.documentId]),
    ...lines.flatMap((line) => (line.answer ? [line.answer.documentId] : [])),
  ];
  const found = await records.getMany('partner-document', [...new Set([...sentIds, ...answerIds])]);
  const inOrder = found.toSorted((a, b) => (a.body.at + a.id < b.body.at + b.id ? -1 : 1));
  return {
    sent: inOrder.filter(({ body }) => body.direction === 'out'),
    answers: inOrder.filter(({ body }) => body.direction === 'in'),
    changesInSystem: changes.entries.filter(({ body }) => body.posting !== 'none').reverse(),
  };
}

/** What an acknowledgement of a partner says about what we sent: 997, 999, CONTRL and TA1, in one form. */

import type { Transaction } from '../codec/interchange.ts';
import { type Element, occurrencesOf, type Segment } from '../codec/segment.ts';
import { plainNumber } from './arrived.ts';

/** `received` says nothing yet of whether it is accepted. */
export type Verdict = 'accepted' | 'accepted_with_errors' | 'rejected' | 'received';

export interface TransactionAnswer {
  readonly reference: string;
  readonly verdict: Verdict;
  /** Its faulty segments and elements, as the partner wrote them. */
  readonly notes: readonly string[];
}

export interface Answer {
  /** Which of our control numbers it names. */
  readonly level: 'interchange' | 'group';
  readonly reference: string;
  /** What is not named below has this one. */
  readonly verdict: Verdict;
  readonly transactions: readonly TransactionAnswer[];
  readonly notes: readonly string[];
}

/** AK501, AK901, IK501, TA104 (X12 715, 717, I17). */
const x12Verdicts: Readonly<Partial<Record<string, Verdict>>> = {
  A: 'accepted',
  E: 'accepted_with_errors',
  P: 'received',
  R: 'rejected',
  M: 'rejected',
  W: 'rejected',
  X: 'rejected',
};

/** EDIFACT 0083. */
const edifactVerdicts: Readonly<Partial<Record<string, Verdict>>> = {
  '4': 'rejected',
  '7': 'accepted',
  '8': 'received',
};

const written = ({ id, elements }: Segment): string =>
  [id, ...elements.map(elementText)].join('*').slice(0, 300);

const elementText = (element: Element): string =>
  occurrencesOf(element)
    .map((one) => (typeof one === 'string' ? one : one.join(':')))
    .join('^');

/** The answers of one acknowledgement; none when it names nothing. */
export const answersOf = ({ type, segments }: Pick<Transaction, 'type' | 'segments'>): readonly Answer[] =>
  type === 'CONTRL' ? contrlAnswers(segments) : groupAnswers(segments);

/** One group a 997 or 999: AK1, then AK2 to AK5 or IK5 a transaction, then AK9. */
function groupAnswers(segments: readonly Segment[]): readonly Answer[] {
  const header = segments.find(({ id }) => id === 'AK1');
  if (!header) return [];
  const trailer = segments.find(({ id }) => id === 'AK9');
  const transactions: TransactionAnswer[] = [];
  let reference = '';
  let notes: string[] = [];
  for (const segment of segments) {
    if (segment.id === 'AK2') [reference, notes] = [segment.text(2), []];
    else if (/^([AI]K[34]|CTX)$/.test(segment.id)) notes.push(written(segment));
    else if (segment.id === 'AK5' || segment.id === 'IK5') {
      const verdict = x12Verdicts[segment.text(1)] ?? 'received';
      if (verdict !== 'accepted') notes.push(written(segment));
      transactions.push({ reference: plainNumber(reference), verdict, notes });
    }
  }
  const verdict = x12Verdicts[trailer?.text(1) ?? ''] ?? 'received';
  const rest = trailer && verdict !== 'accepted' ? [written(trailer)] : [];
  return [{ level: 'group', reference: plainNumber(header.text(2)), verdict, transactions, notes: rest }];
}

/** UCI for the interchange, UCM a message, each followed by its faults. */
function contrlAnswers(segments: readonly Segment[]): readonly Answer[] {
  const header = segments.find(({ id }) => id === 'UCI');
  if (!header) return [];
  const transactions: TransactionAnswer[] = [];
  const whole: string[] = [];
  let notes = whole;
  for (const segment of segments) {
    if (segment.id === 'UCM') {
      const verdict = edifactVerdicts[segment.text(3)] ?? 'received';
      notes = verdict === 'rejected' ? [written(segment)] : [];
      transactions.push({ reference: plainNumber(segment.text(1)), verdict, notes });
    } else if (/^UC[SD]$/.test(segment.id)) notes.push(written(segment));
  }
  const verdict = edifactVerdicts[header.text(4)] ?? 'received';
  if (verdict === 'rejected') whole.push(written(header));
  return [
    { level: 'interchange', reference: plainNumber(header.text(1)), verdict, transactions, notes: whole },
  ];
}

/** A TA1 that refuses the interchange; one that takes it says nothing of its transactions. */
export function answerOfService(segment: Segment): Answer | undefined {
  if (segment.id !== 'TA1') return undefined;
  const verdict = x12Verdicts[segment.text(4)] === 'rejected' ? 'rejected' : 'received';
  const notes = verdict === 'rejected' ? [written(segment)] : [];
  return { level: 'interchange', reference: plainNumber(segment.text(1)), verdict, transactions: [], notes };
}

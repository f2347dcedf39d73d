import type { ControlNumbers } from '#core/canonical/partner.ts';
import { canonicalJson } from '#core/kernel/json.ts';
import type { AnyChange, StoredRecord } from '#core/kernel/records.ts';
import type { Correspondent } from './correspondent.ts';
import type { ExchangePorts } from './ports.ts';

/** The highest number we send, and the highest of X12 (ISA13): nine digits. The next one is 1. */
const HIGHEST = 999_999_999;
/** The highest that a partner may send by EDIFACT (UNB 0020): fourteen digits. */
const HIGHEST_EDIFACT = 99_999_999_999_999;

export interface TakenNumbers {
  readonly interchange: number;
  readonly group: number;
  readonly transactions: readonly number[];
  /** To be committed with what uses the numbers: no two commits take the same. */
  readonly change: AnyChange;
}

export const controlNumbersId = ({ partnerId, edi }: Correspondent): string => `${partnerId}:${edi.usage}`;

const after = (number: number, highest = HIGHEST): number => (number >= highest ? 1 : number + 1);

/** What stands before the first number: the old translator's last ones where another served the partner. */
function beginning({ partnerId, edi }: Correspondent, id: string): ControlNumbers {
  const { interchange = 0, group = 0 } = edi.continueFrom ?? {};
  return { id, partnerId, sent: { interchange, group, transaction: 0 } };
}

/** The next numbers for an interchange of one group with so many transactions. */
export async function takeNumbers(
  { records }: Pick<ExchangePorts, 'records'>,
  correspondent: Correspondent,
  transactions: number,
): Promise<TakenNumbers> {
  const id = controlNumbersId(correspondent);
  const stored = await records.get('control-numbers', id);
  const known = stored?.body ?? beginning(correspondent, id);
  const interchange = after(known.sent.interchange);
  const group = after(known.sent.group);
  const taken: number[] = [];
  for (let n = 0; n < transactions; n += 1) taken.push(after(taken.at(-1) ?? known.sent.transaction));
  const transaction = taken.at(-1) ?? known.sent.transaction;
  const body = { ...known, sent: { interchange, group, transaction } };
  return { interchange, group, transactions: taken, change: changeTo(stored, body) };
}

const changeTo = (stored: StoredRecord<'control-numbers'> | undefined, body: ControlNumbers): AnyChange => ({
  type: 'control-numbers',
  id: body.id,
  expect: stored?.version ?? 'absent',
  body,
});

/** Nobody loses so many interchanges at once: such a leap is made by who takes its numbers from a clock. */
const LEAP = 1000;

/** More ranges than these are not remembered one by one: the oldest that were told go first. */
const MOST_MISSING = 100;

/**
 * The changes that note a number that was received: what is missing before it, or that it was missing itself.
 * Interchanges are worked on beside each other, so a number often comes after its successor; `tellGaps` tells of what
 * stays away. None when nothing is to be noted; numbers that are none are not counted.
 */
export async function noteReceived(
  ports: Pick<ExchangePorts, 'records' | 'clock' | 'exceptionGone'>,
  correspondent: Correspondent,
  reference: string,
): Promise<readonly AnyChange[]> {
  const { records, clock } = ports;
  if (!/^\d{1,14}$/.test(reference)) return [];
  const id = controlNumbersId(correspondent);
  const stored = await records.get('control-numbers', id);
  const known = stored?.body ?? beginning(correspondent, id);
  const number = Number(reference);
  const before = known.received;
  const highest = correspondent.edi.standard === 'x12' ? HIGHEST : HIGHEST_EDIFACT;
  const isWrapped = before !== undefined && before > highest - 1000 && number < 1000;
  if (before !== undefined && number <= before && !isWrapped) {
    const missing = (known.missing ?? []).flatMap((range) => without(range, number));
    const isFilled = canonicalJson(missing) !== canonicalJson(known.missing ?? []);
    if (!isFilled) return [];
    const came = await ports.exceptionGone(
      { kind: 'control-number-gap', cause: gapCause(id, { from: number, to: number }) },
      `Control number ${number} came after all.`,
    );
    return [changeTo(stored, { ...known, missing }), ...(came ? [came] : [])];
  }
  const expected = before === undefined ? number : after(before, highest);
  if (number <= expected || number - expected > LEAP)
    return [changeTo(stored, { ...known, received: number })];
  const gap = { from: expected, to: number - 1, since: clock.now(), told: false };
  const missing = [...(known.missing ?? []), gap].slice(-MOST_MISSING);
  return [changeTo(stored, { ...known, received: number, missing })];
}

/** What tells a range of missing numbers from another. */
export const gapCause = (id: string, { from, to }: Pick<Missing, 'from' | 'to'>): readonly string[] => [
  id,
  String(from),
  String(to),
];

type Missing = NonNullable<ControlNumbers['missing']>[number];

/** What of a range is still missing when one of its numbers came. */
const without = (range: Missing, number: number): Missing[] =>
  number < range.from || number > range.to
    ? [range]
    : [
        { ...range, to: number - 1 },
        { ...range, from: number + 1 },
      ].filter(({ from, to }) => from <= to);

import { describe, expect, it } from 'vitest';
import { newsToSupplier } from '#business/purchasing/rules/news-to-supplier.ts';
import type { ChangedLine } from '#business/purchasing/rules/order-differences.ts';
import type { LedgerLine } from '#core/canonical/order-ledger.ts';
import { anOrderChange } from '#test/builders/an-order-change.ts';
import { anOrderLedger } from '#test/builders/an-order-ledger.ts';
import { aLedgerLine, answered } from './ledger-line.ts';

const cases = (value: string) => ({ value, unit: 'XCS' }) as const;
const price = (amount: string, per = '100') =>
  ({ amount, currency: 'EUR', per: { value: per, unit: 'EA' } }) as const;
const change = (differing: Partial<ChangedLine>): ChangedLine => ({
  lineNumber: 1,
  itemId: 'I1',
  action: 'change',
  ...differing,
});
const all = change({ quantity: cases('8'), price: price('13'), requestedDate: '2026-12-15' });
const cancel = change({ action: 'cancel' });
const add = change({ action: 'add', lineNumber: 2, itemId: 'I2', quantity: cases('5') });

interface Known {
  /** What was decided here before, a change each. */
  readonly decided?: readonly ChangedLine[];
  readonly lines?: readonly LedgerLine[];
}
const news = (changes: readonly ChangedLine[], { decided = [], lines = [aLedgerLine()] }: Known = {}) =>
  newsToSupplier(
    changes,
    anOrderLedger({ lines: [...lines] }),
    decided.map((line, n) => anOrderChange({ id: `oc-${n + 1}`, lines: [line] })),
  );

describe('what of a change its supplier has not heard of', () => {
  it('[S12] is all of it where nothing was decided and nothing answered', () => {
    expect(news([all, cancel, add])).toEqual([all, cancel, add]);
  });

  it.each<readonly [string, readonly ChangedLine[], readonly ChangedLine[]]>([
    ['the same', [all], []],
    [
      'the same in several',
      [
        change({ quantity: cases('8') }),
        change({ price: price('13') }),
        change({ requestedDate: '2026-12-15' }),
      ],
      [],
    ],
    [
      'its quantity',
      [change({ quantity: cases('8.0') })],
      [change({ price: price('13'), requestedDate: '2026-12-15' })],
    ],
    [
      'its price on another basis',
      [change({ price: price('0.13', '1') })],
      [change({ quantity: cases('8'), requestedDate: '2026-12-15' })],
    ],
    [
      'its day',
      [change({ requestedDate: '2026-12-15' })],
      [change({ quantity: cases('8'), price: price('13') })],
    ],
    [
      'other values',
      [change({ quantity: cases('9'), price: price('14'), requestedDate: '2026-12-16' })],
      [all],
    ],
    ['another line', [{ ...all, lineNumber: 2 }], [all]],
    ['another item', [{ ...all, itemId: 'I2' }], [all]],
    ['that the line goes', [cancel], [all]],
  ])('[S12] decided here: %s', (_, decided, left) => {
    expect(news([all], { decided })).toEqual(left);
  });

  it('[S12] that a line goes or comes is news once, whatever else was decided of it', () => {
    expect(news([cancel, add], { decided: [cancel, add] })).toEqual([]);
    expect(news([cancel, add], { decided: [all, { ...add, action: 'change' }] })).toEqual([cancel, add]);
    expect(news([cancel], { decided: [{ ...cancel, lineNumber: 3 }] })).toEqual([cancel]);
  });

  const said = { quantity: '8', price: price('13'), deliveryDate: '2026-12-15' };
  it.each<readonly [string, Partial<LedgerLine>, readonly ChangedLine[]]>([
    ['all of it', answered(['quantity', 'price', 'date'], said), []],
    [
      'its quantity',
      answered(['quantity'], { quantity: '8' }),
      [change({ price: price('13'), requestedDate: '2026-12-15' })],
    ],
    [
      'its price',
      answered(['price'], { price: price('13') }),
      [change({ quantity: cases('8'), requestedDate: '2026-12-15' })],
    ],
    [
      'its day',
      answered(['date'], { deliveryDate: '2026-12-15' }),
      [change({ quantity: cases('8'), price: price('13') })],
    ],
    ['nothing of it', answered(['accepted']), [all]],
    ['that it rejects the line', answered(['rejected'], said), [all]],
  ])('[S12] answered by the supplier: %s', (_, answer, left) => {
    expect(news([all], { lines: [aLedgerLine(1, answer)] })).toEqual(left);
    expect(
      news([all], { lines: [aLedgerLine(2, answer), aLedgerLine(1, { ...answer, itemId: 'I3' })] }),
    ).toEqual([all]);
  });

  it('[S12] a supplier that rejected a line knows that it goes; one that did not is told', () => {
    expect(news([cancel], { lines: [aLedgerLine(1, answered(['rejected']))] })).toEqual([]);
    expect(news([cancel], { lines: [aLedgerLine(1, answered(['quantity'], said))] })).toEqual([cancel]);
  });
});

import { describe, expect, it } from 'vitest';
import { asAcknowledgement, speaks, withChange } from '#business/purchasing/rules/change-answer.ts';
import type { AnsweredChangeLine, OrderChangeAnswer } from '#core/canonical/order-change.ts';
import type { OrderChangeRecord } from '#core/canonical/order-ledger.ts';
import { anAcknowledgedLine, anAcknowledgement } from '#test/builders/an-acknowledgement.ts';
import { anOrderChange } from '#test/builders/an-order-change.ts';
import { anOrderLedger } from '#test/builders/an-order-ledger.ts';
import { aLedgerLine } from './ledger-line.ts';

const cases = (value: string) => ({ value, unit: 'XCS' }) as const;
const pieces = (value: string) => ({ value, unit: 'EA' }) as const;

describe('what a document speaks about', () => {
  const requestedAt = '2026-11-23T08:00:00.000Z';
  const [before, later] = ['2026-11-23T07:00:00.000Z#1', '2026-11-23T09:00:00.000Z#1'];
  const owed = { requestedAt };
  const named = { change: { number: 'PO-71-1' } };
  it.each<readonly [string, object, string, typeof owed | undefined, string]>([
    ['a wish says so', { nature: 'proposal' }, later, owed, 'of-wish'],
    ['what is unclear answers where an answer is owed', { nature: 'unclear' }, before, owed, 'of-change'],
    ['and is a wish where none is', { nature: 'unclear' }, later, undefined, 'of-wish'],
    ['an answer where no change is owed one', { nature: 'answer' }, later, undefined, 'of-order'],
    ['an answer to a change, however early it was written', { nature: 'answer' }, before, owed, 'of-change'],
    ['an answer to the order, before the change', {}, before, owed, 'of-order'],
    ['an answer to the order, of the moment of the change', {}, requestedAt, owed, 'of-order'],
    ['an answer to the order, after the change', {}, later, owed, 'of-change'],
    ['an answer to the order that names the change', named, before, owed, 'of-change'],
    ['an answer to the order', {}, later, undefined, 'of-order'],
  ])('[S12] %s', (_, differing, ordinal, unanswered, expected) => {
    expect(speaks({ ...anAcknowledgement(), ...differing }, ordinal, unanswered)).toBe(expected);
  });
});

describe('the order as it would be with a change', () => {
  const ledger = anOrderLedger({
    lines: [aLedgerLine(1), aLedgerLine(2), aLedgerLine(3, { cancelled: true })],
  });
  const items = new Map([['I1', { baseUnit: 'EA', packs: [{ unit: 'XCS', holds: '50' }] } as const]]);
  const changed = (...lines: OrderChangeRecord['lines']) =>
    withChange(ledger, anOrderChange({ lines }), items).lines;
  const [first, second, third] = ledger.lines;

  it('[S12] a line becomes what the change says, counted by the packs of its item', () => {
    const price = { amount: '13', currency: 'EUR', per: pieces('100') } as const;
    const change = { lineNumber: 1, itemId: 'I1', action: 'change', quantity: cases('8') } as const;
    expect(changed(change)).toEqual([
      { ...first, quantity: cases('8'), baseQuantity: pieces('400') },
      second,
      third,
    ]);
    const all = { ...change, quantity: pieces('30'), price, requestedDate: '2026-12-15' };
    expect(changed(all)[0]).toEqual({
      ...first,
      quantity: pieces('30'),
      baseQuantity: pieces('30'),
      price,
      requestedDate: '2026-12-15',
    });
  });

  it('[S12] of an item that cannot be counted so, the pieces stay as they are', () => {
    const change = { lineNumber: 2, itemId: 'I2', action: 'change' } as const;
    expect(changed({ ...change, quantity: cases('8') })[1]).toEqual({ ...second, quantity: cases('8') });
    expect(changed({ ...change, quantity: pieces('8') })[1]).toMatchObject({ baseQuantity: pieces('8') });
  });

  it('[S12] a line that goes is cancelled, and a cancelled one stays so', () => {
    const gone = changed({ lineNumber: 1, itemId: 'I1', action: 'cancel' });
    expect(gone.map(({ cancelled }) => cancelled)).toEqual([true, false, true]);
    const dead = changed({ lineNumber: 3, itemId: 'I3', action: 'change', quantity: pieces('8') });
    expect(dead.map(({ cancelled }) => cancelled)).toEqual([false, false, true]);
  });

  it('[S12] a change of another line, or of another item, leaves it alone', () => {
    const other = { action: 'change', quantity: cases('8') } as const;
    expect(
      changed({ ...other, lineNumber: 1, itemId: 'I2' }, { ...other, lineNumber: 9, itemId: 'I1' }),
    ).toEqual(ledger.lines);
  });
});

describe('an 865 as an answer that can be compared', () => {
  const answer = (line: Partial<AnsweredChangeLine>, quantities: 'total' | 'delta' = 'total') => {
    const lines: OrderChangeAnswer['lines'] = [{ ...anAcknowledgedLine({ confirmations: [] }), ...line }];
    const document: OrderChangeAnswer = {
      ...anAcknowledgement(),
      nature: 'answer',
      changedOn: '2026-11-24',
      requestNumber: '7',
      contract: 'C',
      lines,
    };
    const ledger = anOrderLedger({ lines: [aLedgerLine(2, { quantity: cases('99') }), aLedgerLine(1)] });
    return asAcknowledgement(document, ledger, quantities);
  };

  it('[S12] keeps what an acknowledgement has, and nothing else', () => {
    expect(answer({ change: 'CA', openQuantity: '4' })).toEqual({
      ...anAcknowledgement(),
      lines: [anAcknowledgedLine({ confirmations: [] })],
    });
  });

  it('[S12] a line to be deleted is a rejected one, unless it is confirmed apart', () => {
    expect(answer({ change: 'DI' }).lines[0]?.confirmations).toEqual([{ code: 'ID', dates: [], item: [] }]);
    const confirmations = anAcknowledgedLine().confirmations;
    expect(answer({ change: 'DI', confirmations }).lines[0]?.confirmations).toEqual(confirmations);
  });

  it.each<readonly [string, Partial<AnsweredChangeLine>, 'total' | 'delta', string | undefined]>([
    ['more', { change: 'QI', ordered: cases('3') }, 'delta', '13'],
    ['less', { change: 'QD', ordered: cases('3') }, 'delta', '7'],
    ['neither more nor less', { change: 'PC', ordered: cases('3') }, 'delta', '3'],
    ['nothing said', { ordered: cases('3') }, 'delta', '3'],
    ['of no line of the order', { lineNumber: '5', change: 'QI', ordered: cases('3') }, 'delta', '3'],
    ['no quantity', { change: 'QI' }, 'delta', undefined],
    ['more, where totals are agreed', { change: 'QI', ordered: cases('3') }, 'total', '3'],
  ])('[S12] of 10 ordered: %s', (_, line, quantities, total) => {
    expect(answer(line, quantities).lines[0]?.ordered?.value).toBe(total);
  });
});

import { describe, expect, it } from 'vitest';
import { judgeLine, type LineTerms } from '#business/finance/rules/judge-line.ts';
import { decimalText, micros } from '#core/kernel/decimal.ts';
import { aPartnerAgreement } from '#test/builders/a-partner-agreement.ts';
import { anItem } from '#test/builders/replenishment-room.ts';
import { aLedgerLine } from '../finance-room.ts';

const { tolerances } = aPartnerAgreement();

/** 480 ordered at 12.50 per 100; what is received and invoiced before varies. */
const judge = (
  [quantity, amount]: readonly [string, string],
  {
    ordered = '480',
    received = '480',
    invoiced = [],
    shipped = [],
    ...differing
  }: {
    readonly ordered?: string;
    readonly received?: string;
    readonly invoiced?: readonly (readonly [string, string])[];
    readonly shipped?: readonly string[];
  } & Partial<LineTerms> = {},
) =>
  judgeLine(
    { invoiceId: 'own', quantity: micros(quantity), amount: micros(amount), lines: 1 },
    {
      line: aLedgerLine({
        baseQuantity: { value: ordered, unit: 'EA' },
        received: [{ receiptId: 'gr', good: received, damaged: '0', receivedOn: '2026-12-08' }],
        invoiced: invoiced.map(([q, a], n) => ({ invoiceId: `other-${n}`, quantity: q, amount: a })),
        shipped: shipped.map((value, n) => ({ documentId: `asn-${n}`, quantity: value })),
      }),
      item: anItem(),
      tolerances,
      cancelled: false,
      overridden: new Set(),
      ...differing,
    },
  ).verdict;

describe('tolerance: the lesser of 1 % and 5.00, and half a cent of rounding', () => {
  it.each([
    ['480', '60', 'matched'],
    ['480', '60.605', 'matched'],
    ['480', '60.605001', 'price'],
    ['480', '59.395', 'matched'],
    ['480', '59.394999', 'price'],
    ['480', '0', 'price'],
    ['48000', '6005.005', 'matched'],
    ['48000', '6005.005001', 'price'],
  ])('[S14] %s at 12.50 per 100 for %s: %s', (quantity, amount, verdict) => {
    expect(judge([quantity, amount], { ordered: quantity, received: quantity })).toBe(verdict);
  });
});

describe('quantity against what was received, all invoices together', () => {
  it.each([
    [['480', '60'], { received: '480' }, 'matched'],
    [['480', '60'], { received: '479' }, 'matched'],
    [['480', '60'], { received: '470' }, 'waits_for_receipt'],
    [['240', '30'], { invoiced: [['240', '30']] }, 'matched'],
    [['250', '31.25'], { invoiced: [['240', '30']] }, 'quantity'],
    [['250', '31.25'], { invoiced: [['240', '30']], shipped: ['490'] }, 'waits_for_receipt'],
    [['250', '31.25'], { invoiced: [['240', '30']], received: '490' }, 'quantity'],
    [['250', '31.25'], { invoiced: [['240', '30']], received: '490', ordered: '490' }, 'matched'],
    [['528', '66'], {}, 'quantity'],
    [['480', '60'], { received: '0', cancelled: true }, 'quantity'],
  ] as const)('[S14] %j with %j: %s', (billed, terms, verdict) => {
    expect(judge(billed, terms)).toBe(verdict);
  });

  it('[S14] each invoice within tolerance is not all of them within tolerance', () => {
    const invoiced = Array.from({ length: 10 }, () => ['4800', '604.9'] as const);
    expect(judge(['4800', '604.9'], { ordered: '52800', received: '52800', invoiced })).toBe('price');
  });

  it('[S7] what a person let pass does not count against what follows', () => {
    const invoiced = [['240', '45']] as const;
    expect(judge(['240', '30'], { invoiced })).toBe('price');
    expect(judge(['240', '30'], { invoiced, overridden: new Set(['other-0']) })).toBe('matched');
  });
});

describe('a credit', () => {
  const invoiced = [['480', '60']] as const;
  it.each([
    [['-48', '-6'], 'matched'],
    [['-480', '-60'], 'matched'],
    [['-480', '-4.8'], 'matched'],
    [['-528', '-66'], 'quantity'],
    [['-48', '-90'], 'quantity'],
    [['-48', '6'], 'price'],
  ] as const)('[S14] %j of an invoiced line: %s', (billed, verdict) => {
    expect(judge(billed, { invoiced })).toBe(verdict);
  });

  it('[S14] of the price alone gives no goods back to be invoiced again', () => {
    const line = aLedgerLine({ invoiced: [{ invoiceId: 'other', quantity: '480', amount: '60' }] });
    const terms = { line, item: anItem(), tolerances, cancelled: false, overridden: new Set<string>() };
    const billed = { invoiceId: 'own', lines: 1, quantity: micros('-480') };
    expect(judgeLine({ ...billed, amount: micros('-4.8') }, terms).counts).toBe(0n);
    expect(judgeLine({ ...billed, amount: micros('-60') }, terms).counts).toBe(micros('-480'));
  });
});

describe('why, in words, and what counts', () => {
  const earlier = (quantity: string, amount: string, invoiceId = 'other') => [
    { invoiceId, quantity, amount },
  ];
  const got = (good: string) => [{ receiptId: 'gr', good, damaged: '0', receivedOn: '2026-12-08' }];
  const judged = (
    [quantity, amount]: readonly [string, string],
    line: Partial<LineTerms['line']>,
    differing: Partial<LineTerms> = {},
  ) => {
    const terms = { item: anItem(), tolerances, cancelled: false, overridden: new Set<string>() };
    const { verdict, because, counts, expected } = judgeLine(
      { invoiceId: 'own', quantity: micros(quantity), amount: micros(amount), lines: 1 },
      { ...terms, line: aLedgerLine({ received: got('480'), ...line }), ...differing },
    );
    return [verdict, decimalText(counts), decimalText(expected), because];
  };

  it.each<readonly [readonly [string, string], Partial<LineTerms['line']>, readonly unknown[]]>([
    [
      ['480', '60'],
      { price: { amount: '12.5', currency: 'EUR', per: { value: '1', unit: 'KGM' } } },
      ['unit', '480', '0', "The order's price is per KGM, which the item does not have."],
    ],
    [['480', '70'], {}, ['price', '480', '60', "70 is asked, but the order's price comes to 60."]],
    [['0', '5'], {}, ['price', '0', '0', "5 is asked, but the order's price comes to 0."]],
    [
      ['240', '30'],
      { invoiced: earlier('240', '45') },
      ['price', '240', '30', '480 EA invoiced in all, 480 received in good order: 15 too much in all.'],
    ],
    [
      ['528', '66'],
      {},
      ['quantity', '528', '66', '528 EA invoiced in all, 480 received in good order, 480 to be expected.'],
    ],
    [
      ['480', '60'],
      { received: got('240') },
      ['waits_for_receipt', '480', '60', '480 EA invoiced in all, 240 received in good order.'],
    ],
    [['-48', '6'], {}, ['price', '-48', '-6', '6 is asked, but its quantity is negative.']],
    [
      ['-528', '-66'],
      { invoiced: earlier('480', '60') },
      ['quantity', '-528', '-66', 'It credits 66 where 60 was invoiced.'],
    ],
    [
      ['-528', '-66'],
      { invoiced: earlier('480', '70') },
      ['quantity', '-528', '-66', 'It credits 66 where 70 was invoiced.'],
    ],
  ])('[S14] %j against %j', (asks, line, expected) => {
    expect(judged(asks, line)).toEqual(expected);
  });

  it.each<readonly [string, readonly [string, string], Partial<LineTerms['line']>, readonly unknown[]]>([
    [
      'itself, matched before, does not count twice',
      ['480', '60'],
      { invoiced: earlier('480', '60', 'own') },
      ['matched', '480'],
    ],
    [
      'each invoice may be rounded',
      ['240', '30.3'],
      { invoiced: earlier('240', '30.31') },
      ['matched', '240'],
    ],
    ['and no more than each', ['240', '30.3'], { invoiced: earlier('240', '30.310001') }, ['price', '240']],
    [
      'a price lowered alone, for no quantity',
      ['0', '-5'],
      { invoiced: earlier('480', '60') },
      ['matched', '0'],
    ],
    ['a price lowered by nothing', ['-48', '0'], { invoiced: earlier('480', '60') }, ['matched', '0']],
    [
      'goods given back within tolerance of their price',
      ['-48', '-6.065'],
      { invoiced: earlier('480', '60') },
      ['matched', '-48'],
    ],
    [
      'beyond it their price is lowered',
      ['-48', '-6.065001'],
      { invoiced: earlier('480', '60') },
      ['matched', '0'],
    ],
    [
      'all of it, and the tolerance',
      ['-480', '-60.61'],
      { invoiced: earlier('480', '60') },
      ['matched', '0'],
    ],
    ['and no more', ['-480', '-60.610001'], { invoiced: earlier('480', '60') }, ['quantity', '0']],
    [
      'all that is announced may be waited for',
      ['490', '61.25'],
      { shipped: announced('245', '245') },
      ['waits_for_receipt', '490'],
    ],
    [
      'and no more than that',
      ['490.1', '61.25'],
      { shipped: announced('245', '245') },
      ['quantity', '490.1'],
    ],
    [
      'a line that was cancelled is not waited for',
      ['480', '60'],
      { received: got('240'), cancelled: true },
      ['quantity', '480'],
    ],
  ])('[S14] %s', (_, asks, line, expected) => {
    expect(judged(asks, line).slice(0, 2)).toEqual(expected);
  });

  it('[S14] as much as may be delivered over is waited for, and no more', () => {
    const over = { tolerances: { ...tolerances, quantityOverPercent: '10' } };
    expect(judged(['528', '66'], {}, over)[0]).toBe('waits_for_receipt');
    expect(judged(['528.1', '66'], {}, over)[0]).toBe('quantity');
  });

  it('[S7] what a person let pass counts as what the order says it costs', () => {
    const overridden = new Set(['other']);
    expect(judged(['480', '60'], { invoiced: earlier('240', '45') }, { overridden })[0]).toBe('quantity');
  });
});

function announced(...quantities: readonly string[]) {
  return quantities.map((quantity, n) => ({ documentId: `asn-${n}`, quantity }));
}

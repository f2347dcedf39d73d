import { describe, expect, it } from 'vitest';
import { judgeLine, type LineTerms } from '#business/finance/rules/judge-line.ts';
import { micros } from '#core/kernel/decimal.ts';
import { aPartnerAgreement } from '#test/builders/a-partner-agreement.ts';
import { anItem } from '#test/builders/replenishment-room.ts';
import { aLedgerLine } from '../finance-room.ts';

const { tolerances } = aPartnerAgreement();

/** 480 ordered at 12.50 per 100; what is received and invoiced before varies. */
const judge = (
  [quantity, amount]: readonly [string, string],
  {
    received = '480',
    invoiced = [],
    shipped = [],
    ...differing
  }: {
    readonly received?: string;
    readonly invoiced?: readonly (readonly [string, string])[];
    readonly shipped?: readonly string[];
  } & Partial<LineTerms> = {},
) =>
  judgeLine(
    { invoiceId: 'own', quantity: micros(quantity), amount: micros(amount), lines: 1 },
    {
      line: aLedgerLine({
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
    expect(judge([quantity, amount], { received: quantity })).toBe(verdict);
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
    [['250', '31.25'], { invoiced: [['240', '30']], received: '490' }, 'matched'],
    [['528', '66'], {}, 'quantity'],
    [['480', '60'], { received: '0', cancelled: true }, 'quantity'],
  ] as const)('[S14] %j with %j: %s', (billed, terms, verdict) => {
    expect(judge(billed, terms)).toBe(verdict);
  });

  it('[S14] each invoice within tolerance is not all of them within tolerance', () => {
    const invoiced = Array.from({ length: 10 }, () => ['4800', '604.9'] as const);
    expect(judge(['4800', '604.9'], { received: '52800', invoiced })).toBe('price');
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

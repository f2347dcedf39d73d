import { describe, expect, it } from 'vitest';
import type { AllowanceOrCharge, SupplierInvoice } from '#core/canonical/supplier-invoice.ts';
import { aLedger, aLedgerLine, anInvoiceLine, financeRoom } from './finance-room.ts';

/** An invoice for an order of 480 bolts at 12.50 per 100, all received: what it comes to, and why. */
async function outcomeOf(differing: Partial<SupplierInvoice>) {
  const room = financeRoom();
  await room.order(aLedger());
  await room.receive('gr-1', '480');
  const state = await room.invoice('pd-1', differing);
  const { reasons, charges, tax, total } = await room.invoiceOf('pd-1');
  return { state, reasons, charges, tax, total };
}

const one = (differing: Partial<AllowanceOrCharge>): AllowanceOrCharge => ({
  kind: 'charge',
  code: 'D240',
  taxes: [],
  ...differing,
});

describe('charges and allowances', () => {
  it('[S14] an agreed charge passes, by its code and up to its amount', async () => {
    expect(
      await outcomeOf({ allowancesAndCharges: [one({ amount: '50' })], totals: { invoice: '110' } }),
    ).toMatchObject({
      state: 'matched',
      charges: [{ code: 'D240', amount: '50', agreed: true }],
    });
  });

  it.each([
    [one({ amount: '50.01' }), '110.01', 'Charge D240 (charge) of 50.01 is agreed up to 50.'],
    [one({ code: 'F050', amount: '1', description: 'Fuel' }), '61', 'Charge F050 (Fuel) of 1 is not agreed.'],
    [one({}), '60', 'Charge D240 (charge) says no amount.'],
  ])('[S14] %j is not', async (charge, invoice, reason) => {
    expect(await outcomeOf({ allowancesAndCharges: [charge], totals: { invoice } })).toMatchObject({
      state: 'blocked',
      reasons: [reason],
    });
  });

  it('[S14] the same charge twice counts together', async () => {
    const allowancesAndCharges = [one({ amount: '30' }), one({ amount: '30' })];
    expect(await outcomeOf({ allowancesAndCharges, totals: { invoice: '120' } })).toMatchObject({
      state: 'blocked',
      charges: [{ amount: '60', agreed: false }],
    });
  });

  it('[S14] an allowance lowers what is paid and needs no agreement', async () => {
    const allowance = one({ kind: 'allowance', code: 'C310', percent: '3' });
    expect(await outcomeOf({ allowancesAndCharges: [allowance], totals: { invoice: '58.2' } })).toMatchObject(
      {
        state: 'matched',
        charges: [{ code: 'C310', amount: '-1.8', agreed: true }],
      },
    );
  });

  it('[S14] a charge by rate and quantity, on a line, is added to the goods', async () => {
    const charge = one({ rate: '0.05', quantity: { value: '480' } });
    const lines = [anInvoiceLine({ allowancesAndCharges: [charge] })];
    expect(await outcomeOf({ lines, totals: { invoice: '84' } })).toMatchObject({
      state: 'matched',
      charges: [{ amount: '24' }],
    });
  });
});

describe('EDIFACT lines', () => {
  const price = (amount: string, basis: string) =>
    ({ amount, per: { value: '100', unit: 'EA' }, basis }) as const;
  const allowance = one({ kind: 'allowance', code: 'DI', amount: '12' });

  it('[S14] a gross price is compared after its allowances', async () => {
    const lines = [
      anInvoiceLine({ price: price('15', 'AAB'), allowancesAndCharges: [allowance], amount: '60' }),
    ];
    expect(await outcomeOf({ standard: 'edifact', lines })).toMatchObject({ state: 'matched', charges: [] });
  });

  it('[S14] allowances that a net price has in it are not taken off again', async () => {
    const lines = [
      anInvoiceLine({ price: price('12.5', 'AAA'), allowancesAndCharges: [allowance], amount: '60' }),
    ];
    expect(await outcomeOf({ standard: 'edifact', lines })).toMatchObject({ state: 'matched', charges: [] });
  });

  it('[S14] a charge inside the line amount is told apart from the goods', async () => {
    const lines = [
      anInvoiceLine({
        price: price('12.5', 'AAA'),
        allowancesAndCharges: [one({ amount: '9' })],
        amount: '69',
      }),
    ];
    const totals = { invoice: '69', lines: '69' };
    expect(await outcomeOf({ standard: 'edifact', lines, totals })).toMatchObject({
      state: 'matched',
      charges: [{ code: 'D240', amount: '9', agreed: true }],
    });
  });

  it('[S14] what is booked comes to what is asked, whatever price the line states', async () => {
    const room = financeRoom();
    await room.order(aLedger());
    await room.receive('gr-1', '480');
    const lines = [
      anInvoiceLine({ price: price('15', 'AAB'), allowancesAndCharges: [allowance], amount: '60' }),
    ];
    await room.invoice('pd-1', { standard: 'edifact', lines });
    expect((await room.invoiceOf('pd-1')).lines[0]).toMatchObject({
      amount: '60',
      price: { amount: '60', currency: 'EUR', per: { value: '480', unit: 'EA' } },
    });
  });

  it('[S14] a line with an amount and no price is compared by its amount', async () => {
    const { price: _none, ...line } = anInvoiceLine({ amount: '60' });
    expect((await outcomeOf({ standard: 'edifact', lines: [line] })).state).toBe('matched');
    expect((await outcomeOf({ standard: 'edifact', lines: [{ ...line, amount: '70' }] })).state).toBe(
      'blocked',
    );
  });
});

describe('taxes and totals', () => {
  it('[S14] taxes are apart: of the whole, of the lines, or both said twice', async () => {
    const vat = { type: 'VAT', percent: '19', amount: '11.4', taxable: '60' };
    const totals = { invoice: '71.4' };
    const matched = { state: 'matched', tax: '11.4', total: '71.4' };
    expect(await outcomeOf({ taxes: [vat], totals })).toMatchObject(matched);
    expect(await outcomeOf({ lines: [anInvoiceLine({ taxes: [vat] })], totals })).toMatchObject(matched);
    expect(await outcomeOf({ taxes: [vat], lines: [anInvoiceLine({ taxes: [vat] })], totals })).toMatchObject(
      matched,
    );
    expect(await outcomeOf({ taxes: [{ type: 'VAT', percent: '19', taxable: '60' }], totals })).toMatchObject(
      matched,
    );
  });

  it('[S14] a tax that is not its rate blocks', async () => {
    const vat = { type: 'VAT', percent: '19', amount: '20', taxable: '60' };
    expect(await outcomeOf({ taxes: [vat], totals: { invoice: '80' } })).toMatchObject({
      state: 'blocked',
      reasons: ['Tax VAT of 20 is not 19 % of 60, which is 11.4.'],
    });
  });

  it('[S14] a total that does not add up blocks', async () => {
    expect(await outcomeOf({ totals: { invoice: '66' } })).toMatchObject({
      state: 'blocked',
      reasons: [
        '66 is asked, but its lines, charges and taxes come to 60.',
        '66 is asked in all, but orders, charges and taxes come to 60.',
      ],
    });
  });

  it('[S14] many lines within tolerance are not an invoice within tolerance', async () => {
    const room = financeRoom();
    const lines = [1, 2, 3].map((lineNumber) =>
      aLedgerLine({ lineNumber, itemId: `I${lineNumber}`, baseQuantity: { value: '48000', unit: 'EA' } }),
    );
    await room.order(aLedger({ lines }));
    for (const { lineNumber } of lines) await room.receive(`gr-${lineNumber}`, '48000', { lineNumber });
    const stated = lines.map(({ lineNumber, itemId }) =>
      anInvoiceLine({
        order: { number: 'PO100', line: String(lineNumber) },
        item: [{ scheme: 'buyer-item', value: itemId }],
        quantity: { value: '48000', unit: 'EA' },
        price: { amount: '12.51', per: { value: '100', unit: 'EA' } },
      }),
    );
    expect(await room.invoice('pd-1', { lines: stated, totals: { invoice: '18014.4' } })).toBe('blocked');
    const { reasons, lines: judged } = await room.invoiceOf('pd-1');
    expect(judged.map(({ verdict }) => verdict)).toEqual(['matched', 'matched', 'matched']);
    expect(reasons).toEqual(['18014.4 is asked in all, but orders, charges and taxes come to 18000.']);
  });
});

describe('credits', () => {
  for (const [standard, quantity, invoice] of [
    ['x12', '-48', '-6'],
    ['edifact', '48', '6'],
  ] as const) {
    it(`[S14] a credit in ${standard} takes back what was invoiced`, async () => {
      const room = financeRoom();
      await room.order(aLedger());
      await room.receive('gr-1', '480');
      await room.invoice('pd-1');
      const lines = [anInvoiceLine({ quantity: { value: quantity, unit: 'EA' } })];
      const credit = { standard, number: 'C-1', kind: 'credit_note', lines, totals: { invoice } } as const;
      expect(await room.invoice('pd-2', credit)).toBe('matched');
      expect((await room.invoiceOf('pd-2')).total).toBe('-6');
      expect((await room.ledgerOf()).lines[0]?.invoiced[1]).toEqual({
        invoiceId: 'pd-2',
        quantity: '-48',
        amount: '-6',
      });
    });
  }
});

describe('a credit that names no order', () => {
  const credit = {
    number: 'C-1',
    kind: 'credit_note',
    orders: [],
    totals: { invoice: '-6' },
  } as const;
  const { order: _none, ...line } = anInvoiceLine({ quantity: { value: '-48', unit: 'EA' } });

  it('[S14] is for the order of the invoice it refers to', async () => {
    const room = financeRoom();
    await room.order(aLedger());
    await room.receive('gr-1', '480');
    await room.invoice('pd-1');
    const references = [{ code: 'IV', value: 'r-1' }];
    expect(await room.invoice('pd-2', { ...credit, orders: [], lines: [line], references })).toBe('matched');
    expect((await room.ledgerOf()).lines[0]?.invoiced).toHaveLength(2);
  });

  it('[S14] is rejected where that invoice is unknown', async () => {
    const room = financeRoom();
    await room.order(aLedger());
    const references = [{ code: 'IV', value: 'R-99' }];
    const unknown = { ...credit, orders: [], lines: [line], references };
    expect(await room.invoice('pd-1', unknown)).toBe('document-rejected');
  });
});

describe('lines that lead nowhere', () => {
  const reasonOf = async (differing: Partial<SupplierInvoice>) => (await outcomeOf(differing)).reasons[0];

  it('[S14] each says why', async () => {
    const line = anInvoiceLine();
    expect(await reasonOf({ lines: [anInvoiceLine({ order: { number: 'PO100', line: '7' } })] })).toBe(
      'Line 1: There is no line 7 on order PO100.',
    );
    expect(
      await reasonOf({
        lines: [line, anInvoiceLine({ lineNumber: '2', order: { number: 'PO9', line: '1' } })],
      }),
    ).toBe('Line 2: We have no order PO9 with this partner.');
    expect(await reasonOf({ currency: 'USD' })).toBe('Line 1: The order is in EUR, the invoice in USD.');
    expect(await reasonOf({ lines: [anInvoiceLine({ quantity: { value: '9', unit: 'XPX' } })] })).toBe(
      'Line 1: Item I1 is not counted in XPX.',
    );
    const { quantity: _q, ...unsaid } = line;
    expect(await reasonOf({ lines: [unsaid] })).toBe('Line 1: It says no quantity.');
    expect(await reasonOf({ purpose: { code: '01', meaning: 'cancellation' } })).toBe(
      'It is a cancellation of an earlier invoice (code 01).',
    );
  });

  it('[S14] a line number that leads to another item is a fault', async () => {
    const room = financeRoom();
    await room.order(aLedger({ lines: [aLedgerLine(), aLedgerLine({ lineNumber: 2, itemId: 'I2' })] }));
    const wrong = anInvoiceLine({ item: [{ scheme: 'buyer-item', value: 'I2' }] });
    expect(await room.invoice('pd-1', { lines: [wrong] })).toBe('blocked');
    expect((await room.invoiceOf('pd-1')).reasons[0]).toBe(
      'Line 1: It is for item I2, which is not line 1 of order PO100.',
    );
  });

  it('[S14] an item on several lines of the order goes to the one with goods not yet invoiced', async () => {
    const room = financeRoom();
    await room.order(aLedger({ lines: [aLedgerLine(), aLedgerLine({ lineNumber: 2 })] }));
    await room.receive('gr-1', '480', { lineNumber: 2 });
    const line = anInvoiceLine({ lineNumber: '17', order: { number: 'PO100' } });
    expect(await room.invoice('pd-1', { lines: [line] })).toBe('matched');
    expect((await room.ledgerOf()).lines.map(({ invoiced }) => invoiced.length)).toEqual([0, 1]);
  });
});

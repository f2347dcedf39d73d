import fc from 'fast-check';
import { expect, it } from 'vitest';
import { micros } from '#core/kernel/decimal.ts';
import { aLedger, anInvoiceLine, financeRoom } from './finance-room.ts';

type Step =
  | { readonly kind: 'receive'; readonly good: number }
  | {
      readonly kind: 'invoice';
      readonly quantity: number;
      readonly pricePercent: number;
      readonly number: number;
    }
  | {
      readonly kind: 'credit';
      readonly quantity: number;
      readonly pricePercent: number;
      readonly number: number;
    }
  | { readonly kind: 'again'; readonly document: number }
  | { readonly kind: 'wait'; readonly days: number };

const quantity = fc.integer({ min: 1, max: 600 });
const pricePercent = fc.oneof(fc.constant(100), fc.integer({ min: 1, max: 300 }));
const number = fc.integer({ min: 1, max: 6 });
const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({ kind: fc.constant('receive' as const), good: quantity }),
  fc.record({ kind: fc.constant('invoice' as const), quantity, pricePercent, number }),
  fc.record({ kind: fc.constant('credit' as const), quantity, pricePercent, number }),
  fc.record({ kind: fc.constant('again' as const), document: fc.nat(20) }),
  fc.record({ kind: fc.constant('wait' as const), days: fc.integer({ min: 1, max: 12 }) }),
);

const cents = (quantityOf: number, percent: number): string =>
  String(Math.round(quantityOf * 0.125 * percent) / 100);

async function play(steps: readonly Step[]) {
  const room = financeRoom();
  await room.order(aLedger());
  let documents = 0;
  for (const [n, one] of steps.entries()) {
    if (one.kind === 'receive') {
      await room.receive(`gr-${n}`, String(one.good));
      await room.hearReceipt();
    } else if (one.kind === 'wait') {
      room.clock.advance(one.days * 86_400_000);
      await room.sweep();
    } else if (one.kind === 'again') {
      await room.match(`pd-${documents === 0 ? 0 : one.document % documents}`);
      await room.hearReceipt();
    } else {
      const price = {
        amount: String((12.5 * one.pricePercent) / 100),
        per: { value: '100', unit: 'EA' },
      } as const;
      await room.invoice(`pd-${documents}`, {
        number: `R-${one.number}`,
        kind: one.kind === 'credit' ? 'credit_note' : 'invoice',
        lines: [anInvoiceLine({ quantity: { value: String(one.quantity), unit: 'EA' }, price })],
        totals: { invoice: cents(one.quantity, one.pricePercent) },
      });
      documents += 1;
    }
  }
  return { room, documents };
}

const cent = 10_000n;

it('[S7] [S14] whatever comes in whatever order, never more is paid than what was received costs and the tolerance', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 25 }), async (steps) => {
      const { room, documents } = await play(steps);
      const [line] = (await room.ledgerOf()).lines;
      const received = (line?.received ?? []).reduce((sum, { good }) => sum + micros(good), 0n);
      const costs = (received * 125n) / 1000n;
      const tolerance = costs / 100n < 5_000_000n ? costs / 100n : 5_000_000n;
      let paid = 0n;
      for (let n = 0; n < documents; n += 1) {
        const invoice = await room.invoiceOf(`pd-${n}`);
        const entries = line?.invoiced.filter(({ invoiceId }) => invoiceId === `pd-${n}`) ?? [];
        expect(entries).toHaveLength(invoice.state === 'matched' ? 1 : 0);
        if (invoice.state === 'matched') paid += micros(invoice.total);
      }
      expect(paid <= costs + tolerance + cent * BigInt(documents)).toBe(true);
    }),
    { numRuns: 300 },
  );
});

it('[S7] matching again changes nothing', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 15 }), async (steps) => {
      const { room, documents } = await play(steps);
      await room.sweep();
      await room.hearReceipt();
      const before = room.records.published().length;
      for (let n = 0; n < documents; n += 1) await room.match(`pd-${n}`);
      await room.hearReceipt();
      await room.sweep();
      expect(room.records.published()).toHaveLength(before);
    }),
    { numRuns: 100 },
  );
});

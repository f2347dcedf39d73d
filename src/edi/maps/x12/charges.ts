import type { AllowanceOrCharge, InvoiceTax, PaymentTerms } from '#core/canonical/supplier-invoice.ts';
import { decimalText, micros, ONE } from '#core/kernel/decimal.ts';
import type { LoopInstance } from '../../codec/loop-instance.ts';
import { loopsIn, segmentIn, segmentsIn } from '../../codec/loop-instance.ts';
import type { Segment } from '../../codec/segment.ts';
import type { Reading } from '../reading.ts';
import { stated } from '../values.ts';
import { readQuantity } from './parts.ts';

/** SAC loops with SAC01 `A` or `C`; requests, promotions and services stay unread. */
export const readAllowancesAndCharges = (reading: Reading, loop: LoopInstance): AllowanceOrCharge[] =>
  loopsIn(loop, 'SAC').flatMap((inner) => {
    const sac = segmentIn(inner, 'SAC');
    const kind = sac && kinds.get(sac.text(1));
    return kind ? [readAllowanceOrCharge(reading, inner, sac, kind)] : [];
  });

const kinds: ReadonlyMap<string, AllowanceOrCharge['kind']> = new Map([
  ['A', 'allowance'],
  ['C', 'charge'],
]);

/** SAC05 is of type N2: `850` is 8.50. SAC07 is a percentage, SAC08 an amount per unit of SAC09 for SAC10. */
function readAllowanceOrCharge(
  reading: Reading,
  loop: LoopInstance,
  sac: Segment,
  kind: AllowanceOrCharge['kind'],
): AllowanceOrCharge {
  reading.note(sac, 1);
  return stated({
    kind,
    code: reading.optional(sac, 2),
    description: reading.optional(sac, 15),
    amount: reading.decimal(sac, { element: 5 }, 2),
    percent: reading.decimal(sac, { element: 7 }),
    rate: reading.decimal(sac, { element: 8 }),
    quantity: readQuantity(reading, sac, 10, 9),
    taxes: readTaxes(reading, loop),
  });
}

/**
 * TXI segments. TXI02 has its decimal point. TXI03 is a fraction (element 954: 0.08 is 8 %): what is above 1 is not
 * what the standard says it is, so it is not taken, and found among what is unmapped.
 */
export const readTaxes = (reading: Reading, loop: LoopInstance): InvoiceTax[] =>
  segmentsIn(loop, 'TXI').map((txi) =>
    stated({
      type: reading.required(txi, 1, 'the type of tax'),
      percent: readFraction(reading, txi, 3),
      amount: reading.decimal(txi, { element: 2 }),
      taxable: reading.decimal(txi, { element: 8 }),
      category: reading.optional(txi, 6),
    }),
  );

function readFraction(reading: Reading, segment: Segment, element: number): string | undefined {
  const text = reading.decimal(segment, { element });
  if (text === undefined) return undefined;
  const fraction = micros(text);
  if (fraction >= 0n && fraction <= ONE) return decimalText(fraction * 100n);
  reading.forget(segment, element);
  return undefined;
}

/** ITD: percentages as they are, ITD08 with two implied decimals. */
export const readTerms = (reading: Reading, itd: Segment): PaymentTerms =>
  stated({
    code: reading.optional(itd, 1),
    basisCode: reading.optional(itd, 2),
    discountPercent: reading.decimal(itd, { element: 3 }),
    discountAmount: reading.decimal(itd, { element: 8 }, 2),
    discountDays: reading.whole(itd, { element: 5 }),
    discountDate: reading.date(itd, { element: 4 }),
    netDays: reading.whole(itd, { element: 7 }),
    netDate: reading.date(itd, { element: 6 }),
    note: reading.optional(itd, 12),
  });

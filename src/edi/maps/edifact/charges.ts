import type { AllowanceOrCharge, InvoiceTax, PaymentTerms } from '#core/canonical/supplier-invoice.ts';
import type { LoopInstance } from '../../codec/loop-instance.ts';
import { segmentIn, segmentsIn } from '../../codec/loop-instance.ts';
import type { Segment } from '../../codec/segment.ts';
import type { Reading } from '../reading.ts';
import { loopsBeginning } from '../reading.ts';
import { stated } from '../values.ts';
import { readDateOf, readQuantityOf } from './parts.ts';

/**
 * The MOA with the first of these qualifiers (5025) that is there, in a loop or in a group of its own. An amount in
 * another currency (6345) than the document's stays unread.
 */
export function readAmount(
  reading: Reading,
  loop: LoopInstance,
  currency: string | undefined,
  ...qualifiers: readonly string[]
): string | undefined {
  const all = [...segmentsIn(loop, 'MOA'), ...firstsOf(loop, 'MOA')];
  const byQualifier = (wanted: string) => all.find((segment) => segment.text(1) === wanted);
  const moa = qualifiers.map(byQualifier).find((segment) => segment !== undefined);
  if (moa === undefined) return undefined;
  const own = moa.text(1, 3);
  if (own !== '' && own !== currency) return undefined;
  if (own !== '') reading.note(moa, 1, 3);
  reading.note(moa, 1);
  return reading.decimal(moa, { element: 1, component: 2 });
}

const firstsOf = (loop: LoopInstance, tag: string): readonly Segment[] =>
  loopsBeginning(loop, tag).flatMap(({ segments }) => segments.slice(0, 1));

const kinds: ReadonlyMap<string, AllowanceOrCharge['kind']> = new Map([
  ['A', 'allowance'],
  ['C', 'charge'],
]);

/** ALC groups with 5463 `A` or `C`: code (7161), description (7160), MOA `8`, `23` or `204`, PCD, RTE, QTY, TAX. */
export const readAllowancesAndCharges = (
  reading: Reading,
  loop: LoopInstance,
  currency: string | undefined,
): AllowanceOrCharge[] =>
  loopsBeginning(loop, 'ALC').flatMap((group) => {
    const alc = segmentIn(group, 'ALC');
    const kind = alc && kinds.get(alc.text(1));
    return kind ? [readAllowanceOrCharge(reading, group, alc, kind, currency)] : [];
  });

function readAllowanceOrCharge(
  reading: Reading,
  group: LoopInstance,
  alc: Segment,
  kind: AllowanceOrCharge['kind'],
  currency: string | undefined,
): AllowanceOrCharge {
  reading.note(alc, 1);
  const [pcd] = firstsOf(group, 'PCD');
  const [rte] = firstsOf(group, 'RTE');
  const [qty] = firstsOf(group, 'QTY');
  if (pcd) reading.note(pcd, 1);
  if (rte) reading.note(rte, 1);
  const description = [reading.text(alc, 5, 4), reading.text(alc, 5, 5)]
    .filter((text) => text !== '')
    .join(' ');
  return stated({
    kind,
    code: reading.optional(alc, 5),
    description: description || undefined,
    amount: readAmount(reading, group, currency, '8', '23', '204'),
    percent: reading.decimal(pcd, { element: 1, component: 2 }),
    rate: reading.decimal(rte, { element: 1, component: 2 }),
    quantity: qty && readQuantityOf(reading, qty),
    taxes: readTaxes(reading, group, currency),
  });
}

/** TAX groups (5283 `7`): type (5153), rate in per cent (5278), category (5305), MOA `124` tax and `125` of what. */
export function readTaxes(reading: Reading, loop: LoopInstance, currency: string | undefined): InvoiceTax[] {
  const taxes: InvoiceTax[] = [];
  for (const group of loopsBeginning(loop, 'TAX')) {
    const tax = segmentIn(group, 'TAX');
    if (tax === undefined || tax.text(1) !== '7') continue;
    reading.note(tax, 1);
    taxes.push(
      stated({
        type: reading.required(tax, 2, 'the type of tax'),
        percent: reading.decimal(tax, { element: 5, component: 4 }),
        amount: readAmount(reading, group, currency, '124'),
        taxable: readAmount(reading, group, currency, '125') ?? reading.decimal(tax, { element: 4 }),
        category: reading.optional(tax, 6),
      }),
    );
  }
  return taxes;
}

/** PAT: `22` is a discount, others are about the net amount; days by C112 in `D`, dates by DTM `12` and `13`. */
export function readTerms(reading: Reading, loop: LoopInstance, currency: string | undefined): PaymentTerms {
  const pat = segmentIn(loop, 'PAT');
  const isDiscount = pat?.text(1) === '22';
  const isInDays = pat?.text(3, 3) === 'D';
  if (pat && isInDays) for (const component of [2, 3]) reading.note(pat, 3, component);
  const days = isInDays ? reading.whole(pat, { element: 3, component: 4 }) : undefined;
  const [pcd] = segmentsIn(loop, 'PCD').filter((segment) => segment.text(1) === '12');
  if (pcd) reading.note(pcd, 1);
  return stated({
    code: reading.optional(pat, 1),
    basisCode: reading.optional(pat, 3),
    discountPercent: reading.decimal(pcd, { element: 1, component: 2 }),
    discountAmount: readAmount(reading, loop, currency, '21'),
    discountDays: isDiscount ? days : undefined,
    discountDate: readDateOf(reading, loop, '12'),
    netDays: isDiscount ? undefined : days,
    netDate: readDateOf(reading, loop, '13'),
  });
}

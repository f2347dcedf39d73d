import type { SupplierTerms } from '#core/canonical/supplier.ts';
import type { LocalDate } from '#core/kernel/dates.ts';
import type { StoredRecord } from '#core/kernel/records.ts';

type Terms = StoredRecord<'supplier-terms'>;

/**
 * The terms an item is bought under: of those valid on the day the first by priority, then by supplier. Where none
 * is valid the first by priority stands, so that the rule `lead-time` can say since when it is not.
 */
export function chooseTerms(candidates: readonly Terms[], day: LocalDate): Terms | undefined {
  const [first] = candidates.toSorted((a, b) => rank(a.body, day) - rank(b.body, day) || bySupplier(a, b));
  return first;
}

const isValid = ({ validFrom, validTo }: SupplierTerms, day: LocalDate): boolean =>
  validFrom <= day && (validTo === undefined || day <= validTo);

const rank = (terms: SupplierTerms, day: LocalDate): number =>
  terms.priority + (isValid(terms, day) ? 0 : 1000);

const bySupplier = (a: Terms, b: Terms): number => (a.body.supplierId < b.body.supplierId ? -1 : 1);

import { passed, type Rule, refused } from './rule.ts';

const why = { on_hold: 'is on hold', inactive: 'is inactive' } as const;

/** Only an active supplier gets orders. Without terms there is no supplier to judge: lead time refuses such a line. */
export const supplierStatus: Rule = (_line, { inputs: { supplier, terms } }) => {
  if (!terms) return passed();
  if (!supplier) return refused(`Supplier ${terms.supplierId} is not known.`);
  return supplier.status === 'active'
    ? passed()
    : refused(`Supplier ${supplier.id} ${why[supplier.status]}.`);
};

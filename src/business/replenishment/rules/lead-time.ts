import { passed, type Rule, refused } from './rule.ts';

/**
 * Terms must say how long it takes, and be valid today. What cannot be there when it is needed is ordered at once
 * and says when it will be there: the date is told, never bent.
 */
export const leadTime: Rule = ({ dates }, { inputs: { terms, itemId }, today }) => {
  if (!terms) return refused(`No supplier has terms for item ${itemId}.`);
  if (terms.validTo !== undefined && terms.validTo < today) {
    return refused(`The terms of ${terms.supplierId} for item ${itemId} expired on ${terms.validTo}.`);
  }
  if (terms.validFrom > today) {
    return refused(
      `The terms of ${terms.supplierId} for item ${itemId} are valid from ${terms.validFrom} only.`,
    );
  }
  if (!dates) return refused(`Nothing says how item ${itemId} gets here from ${terms.supplierId}.`);
  if (!dates.expedite) return passed();
  return passed(
    `Expedite: needed on ${dates.needDate}, ordered today it can be used on ${dates.deliveryDate} at the earliest.`,
  );
};

import { passed, type Rule, refused } from './rule.ts';

/** A location orders only what its policy lets it stock, and only while it is open. */
export const locationEligibility: Rule = (_line, { inputs: { location, locationId, policy, itemId } }) => {
  if (!location) return refused(`Location ${locationId} is not known.`);
  if (location.status === 'closed') return refused(`Location ${locationId} is closed.`);
  if (!policy) return refused(`Location ${locationId} has no inventory policy for item ${itemId}.`);
  if (!policy.eligible) return refused(`Location ${locationId} may not stock item ${itemId}.`);
  if (policy.method === 'none')
    return refused(`The policy of item ${itemId} at ${locationId} says not to plan it.`);
  return passed();
};

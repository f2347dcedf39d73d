import { passed, type Rule, refused } from './rule.ts';

const why = {
  phasing_out: 'is phasing out and is not bought again',
  blocked: 'is blocked',
  inactive: 'is inactive',
} as const;

/** Only an active item is bought. */
export const itemStatus: Rule = (_line, { inputs: { item, itemId } }) => {
  if (!item) return refused(`Item ${itemId} is not known.`);
  return item.status === 'active' ? passed() : refused(`Item ${itemId} ${why[item.status]}.`);
};

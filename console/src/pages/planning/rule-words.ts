import type { RuleVerdict } from '#contracts/client.ts';

/** What a rule is called, and what it means when it found nothing to change. */
export const ruleWords: Readonly<
  Record<RuleVerdict['rule'], { readonly name: string; readonly fine: string }>
> = {
  'item-status': { name: 'Item', fine: 'it may be ordered.' },
  'supplier-status': { name: 'Supplier', fine: 'it may be ordered from.' },
  'location-eligibility': { name: 'Location', fine: 'it may stock the item.' },
  'lead-time': { name: 'Lead time', fine: 'it can be there in time.' },
  'unit-conversion': { name: 'Order unit', fine: 'it is ordered in the unit it is kept in.' },
  'order-minimum': { name: 'Minimum order', fine: 'it reaches what the supplier asks for at least.' },
  'order-multiple': { name: 'Order multiple', fine: 'it is a multiple the supplier sells.' },
};

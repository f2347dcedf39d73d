import type { OrderLine, Rule } from '#business/replenishment/rules/rule.ts';
import type { PlanningInput } from '#core/canonical/decision-record.ts';
import { micros } from '#core/kernel/decimal.ts';
import { aPlanningInput, theTerms } from './a-planning-input.ts';

/** Ask a rule about so many pieces of the usual item, or of one that differs; the day is Monday 2026-11-23. */
export function ask(
  rule: Rule,
  quantity: string,
  { line = {}, ...inputs }: Partial<PlanningInput> & { readonly line?: Partial<OrderLine> } = {},
) {
  const verdict = rule(
    { quantity: micros(quantity), unit: 'EA', dates, ...line },
    { inputs: aPlanningInput(inputs), today: '2026-11-23' },
  );
  return verdict;
}

const dates = {
  needDate: '2026-12-07',
  orderDate: '2026-11-25',
  requestedDate: '2026-12-04',
  deliveryDate: '2026-12-07',
  expedite: false,
};
export const lateDates = { ...dates, orderDate: '2026-11-23', deliveryDate: '2026-12-10', expedite: true };

/** The usual terms, sold in cases of 48. */
export const inCases = theTerms({ orderUnit: 'XCS' });

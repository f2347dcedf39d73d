import type { RuleId, RuleVerdict } from '#core/canonical/decision-record.ts';
import { decimalText } from '#core/kernel/decimal.ts';
import { itemStatus } from './rules/item-status.ts';
import { leadTime } from './rules/lead-time.ts';
import { locationEligibility } from './rules/location-eligibility.ts';
import { orderMinimum } from './rules/order-minimum.ts';
import { orderMultiple } from './rules/order-multiple.ts';
import type { NamedRule, OrderLine, RuleContext, Verdict } from './rules/rule.ts';
import { supplierStatus } from './rules/supplier-status.ts';
import { unitConversion } from './rules/unit-conversion.ts';

/** Every rule, in the order of application: whether at all, then when, then rounding by unit, minimum, multiple (R14). */
export const rules: readonly NamedRule[] = [
  { id: 'item-status', apply: itemStatus },
  { id: 'supplier-status', apply: supplierStatus },
  { id: 'location-eligibility', apply: locationEligibility },
  { id: 'lead-time', apply: leadTime },
  { id: 'unit-conversion', apply: unitConversion },
  { id: 'order-minimum', apply: orderMinimum },
  { id: 'order-multiple', apply: orderMultiple },
];

export interface Ruled {
  readonly outcome: 'passed' | 'adjusted' | 'refused';
  readonly line: OrderLine;
  readonly verdicts: RuleVerdict[];
}

/** Ask the rules one after the other, each about the line the one before left; a refusal ends it. */
export function applyRules(asked: OrderLine, context: RuleContext): Ruled {
  const verdicts: RuleVerdict[] = [];
  let line = asked;
  let outcome: Ruled['outcome'] = 'passed';
  for (const { id, apply } of rules) {
    const verdict = apply(line, context);
    verdicts.push(recorded(id, verdict, line));
    if (verdict.kind === 'refused') return { outcome: 'refused', line, verdicts };
    if (verdict.kind === 'adjusted') {
      line = verdict.to;
      outcome = 'adjusted';
    }
  }
  return { outcome, line, verdicts };
}

function recorded(rule: RuleId, verdict: Verdict, before: OrderLine): RuleVerdict {
  switch (verdict.kind) {
    case 'passed':
      return verdict.because === undefined
        ? { rule, verdict: 'passed' }
        : { rule, verdict: 'passed', because: verdict.because };
    case 'adjusted':
      return {
        rule,
        verdict: 'adjusted',
        because: verdict.because,
        before: { value: decimalText(before.quantity), unit: before.unit },
        after: { value: decimalText(verdict.to.quantity), unit: verdict.to.unit },
      };
    case 'refused':
      return { rule, verdict: 'refused', because: verdict.because };
  }
}

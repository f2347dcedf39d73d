import type { PlanningInput, RuleId } from '#core/canonical/decision-record.ts';
import type { LocalDate } from '#core/kernel/dates.ts';
import type { Micros } from '#core/kernel/decimal.ts';
import type { UnitCode } from '#core/kernel/quantity.ts';

/** A line on its way to an order: what is asked for, in the unit it is counted in so far, and its dates. */
export interface OrderLine {
  readonly quantity: Micros;
  readonly unit: UnitCode;
  readonly dates: LineDates | undefined;
}

export interface LineDates {
  readonly needDate: LocalDate;
  readonly orderDate: LocalDate;
  readonly requestedDate: LocalDate;
  readonly deliveryDate: LocalDate;
  readonly expedite: boolean;
}

/** What a rule may look at beside the line: everything known about the item there, and the day of planning. */
export interface RuleContext {
  readonly inputs: PlanningInput;
  readonly today: LocalDate;
}

export type Verdict =
  | { readonly kind: 'passed'; readonly because?: string }
  | { readonly kind: 'adjusted'; readonly to: OrderLine; readonly because: string }
  | { readonly kind: 'refused'; readonly because: string };

/** A rule is pure: the same line in the same context always gets the same verdict. */
export type Rule = (line: OrderLine, context: RuleContext) => Verdict;

export interface NamedRule {
  readonly id: RuleId;
  readonly apply: Rule;
}

const silently: Verdict = { kind: 'passed' };

export const passed = (because?: string): Verdict =>
  because === undefined ? silently : { kind: 'passed', because };

export const adjusted = (to: OrderLine, because: string): Verdict => ({ kind: 'adjusted', to, because });

export const refused = (because: string): Verdict => ({ kind: 'refused', because });

import type { ApprovalPolicy } from '#core/canonical/settings.ts';
import {
  decimalText,
  divide,
  type Micros,
  micros,
  ONE,
  roundToDecimals,
  ZERO,
} from '#core/kernel/decimal.ts';
import type { Draft } from './model.ts';

/** Hours a person has where no policy says otherwise. */
export const DEFAULT_HOURS_TO_DECIDE = 48;

/**
 * Why a person must decide about a draft, in sentences; none when the policy approves it. A policy covers a draft by
 * value, by deviation of the ordered quantity from the net requirement, and by supplier; without one all wait (R5).
 */
export function approvalReasons(draft: Draft, policy: ApprovalPolicy | undefined): string[] {
  if (!policy) return ['No approval policy is set.'];
  return [valueReason(draft, policy), deviationReason(draft, policy), supplierReason(draft, policy)].filter(
    (reason) => reason !== undefined,
  );
}

function valueReason(
  { order: { value } }: Draft,
  { name, maximumValue }: ApprovalPolicy,
): string | undefined {
  const most = maximumValue.find(({ currency }) => currency === value.currency);
  if (!most) return `Policy ${name} has no limit for ${value.currency}.`;
  if (micros(value.amount) <= micros(most.amount)) return undefined;
  return `The value of ${value.amount} ${value.currency} is above the ${most.amount} ${most.currency} of policy ${name}.`;
}

function deviationReason(
  { order: { baseQuantity }, netRequirement }: Draft,
  { name, maximumDeviationPercent }: ApprovalPolicy,
): string | undefined {
  const percent = deviationPercent(micros(baseQuantity.value), micros(netRequirement.value));
  if (percent <= micros(maximumDeviationPercent)) return undefined;
  const said = decimalText(roundToDecimals(percent, 1));
  return `The order is ${said} % above the net requirement; policy ${name} allows ${maximumDeviationPercent} %.`;
}

/** How far the ordered quantity lies above the requirement, which is above zero. */
const deviationPercent = (ordered: Micros, required: Micros): Micros =>
  required > ZERO ? divide((ordered - required) * 100n, required) : 100n * ONE;

function supplierReason(
  { order: { supplierId } }: Draft,
  { name, suppliers }: ApprovalPolicy,
): string | undefined {
  if (suppliers === 'all' || suppliers.includes(supplierId)) return undefined;
  return `Policy ${name} does not cover supplier ${supplierId}.`;
}

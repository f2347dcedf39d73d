import type { PartnerAgreement } from '#core/canonical/partner-agreement.ts';
import type { Invoice } from '#core/canonical/supplier-flow.ts';
import type { AllowanceOrCharge } from '#core/canonical/supplier-invoice.ts';
import { decimalText, type Micros, micros } from '#core/kernel/decimal.ts';
import { effectOf } from './line-money.ts';

type Charge = Invoice['charges'][number];

/** One allowance or charge, with the goods it may be a percentage of. */
export interface StatedCharge {
  readonly charge: AllowanceOrCharge;
  readonly goods: Micros;
}

export interface JudgedCharges {
  /** One a code; allowances negative. */
  readonly charges: readonly Charge[];
  readonly sum: Micros;
  readonly reasons: readonly string[];
}

interface Gathered {
  readonly code: string;
  readonly description: string;
  readonly amount: Micros;
  readonly isUnsaid: boolean;
}

/**
 * Charges beside the goods, each code once: agreed when the agreement has the code and no less. An allowance lowers
 * what we pay and needs no agreement, and so does a charge that a credit gives back.
 */
export function judgeCharges(
  stated: readonly StatedCharge[],
  agreed: PartnerAgreement['agreedCharges'],
): JudgedCharges {
  const gathered = new Map<string, Gathered>();
  for (const one of stated) {
    const key = `${one.charge.kind}#${one.charge.code ?? ''}`;
    gathered.set(key, added(gathered.get(key), one));
  }
  const judged = [...gathered.values()].map((one) => judge(one, agreed));
  return {
    charges: judged.map(({ charge }) => charge),
    sum: [...gathered.values()].reduce((sum, { amount }) => sum + amount, 0n),
    reasons: judged.flatMap(({ reason }) => (reason === undefined ? [] : [reason])),
  };
}

function added(before: Gathered | undefined, { charge, goods }: StatedCharge): Gathered {
  const effect = effectOf(charge, goods);
  return {
    code: charge.code ?? '',
    description: (before?.description || charge.description || charge.kind).slice(0, 200),
    amount: (before?.amount ?? 0n) + (effect ?? 0n),
    isUnsaid: (before?.isUnsaid ?? false) || effect === undefined,
  };
}

function judge(
  { code, description, amount, isUnsaid }: Gathered,
  agreed: PartnerAgreement['agreedCharges'],
): { readonly charge: Charge; readonly reason?: string } {
  const most = agreed.find((one) => one.code === code)?.atMost;
  const isAgreed = amount <= 0n ? !isUnsaid : !isUnsaid && most !== undefined && amount <= micros(most);
  const charge = { code, description, amount: decimalText(amount), agreed: isAgreed };
  if (isAgreed) return { charge };
  const name = `Charge ${code || 'without code'} (${description.slice(0, 80)})`;
  if (isUnsaid) return { charge, reason: `${name} says no amount.` };
  const limit = most === undefined ? 'is not agreed' : `is agreed up to ${most}`;
  return { charge, reason: `${name} of ${charge.amount} ${limit}.` };
}

import { type Micros, ONE } from '#core/kernel/decimal.ts';

/** The smallest whole number of units that hold `base`. */
export function wholeUnits(base: Micros, holds: Micros): Micros {
  const units = (base * ONE) / holds;
  const whole = (units / ONE) * ONE;
  return whole * holds >= base * ONE ? whole : whole + ONE;
}

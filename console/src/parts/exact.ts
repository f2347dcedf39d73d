/** Exact decimals of the contract (at most six decimals) as whole millionths, so that sums stay exact. */
const SCALE = 6;

/** `-12.5` → `-12500000n`. */
export function millionths(decimal: string): bigint {
  const negative = decimal.startsWith('-');
  const [whole = '0', fraction = ''] = decimal.replace('-', '').split('.');
  const value = BigInt(whole) * 10n ** BigInt(SCALE) + BigInt(fraction.slice(0, SCALE).padEnd(SCALE, '0'));
  return negative ? -value : value;
}

/** `-12500000n` → `-12.5`. */
export function decimalOf(value: bigint): string {
  const digits = (value < 0n ? -value : value).toString().padStart(SCALE + 1, '0');
  const fraction = digits.slice(-SCALE).replace(/0+$/, '');
  return `${value < 0n ? '-' : ''}${digits.slice(0, -SCALE)}${fraction && `.${fraction}`}`;
}

export const difference = (after: string, before: string): string =>
  decimalOf(millionths(after) - millionths(before));

/** How much more or less, in percent with one decimal and its sign; undefined when there was nothing before. */
export function changePercent(after: string, before: string): string | undefined {
  const base = millionths(before);
  if (base === 0n) return undefined;
  const tenths = ((millionths(after) - base) * 1000n) / base;
  const [whole, tenth] = [tenths / 10n, tenths % 10n];
  const sign = tenths < 0n ? '-' : '+';
  const plain = (value: bigint) => (value < 0n ? -value : value).toString();
  return `${sign}${plain(whole)}.${plain(tenth)} %`;
}

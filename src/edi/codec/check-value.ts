import type { FaultKind } from './fault.ts';
import type { DataElement } from './schema.ts';

/** What is wrong with one value, without where it is. */
export interface ValueFault {
  readonly kind: FaultKind;
  readonly message: string;
}

/** Check a value that is there against its data element: type, then length, then codes. */
export function faultOfValue(value: string, element: DataElement): ValueFault | undefined {
  const { minimum, maximum, codes } = element;
  switch (element.value.type) {
    case 'integer':
      if (!isNumber(value, false))
        return { kind: 'element-number', message: `${quote(value)} is no whole number` };
      return lengthFault(value, digitsOf(value), minimum, maximum);
    case 'decimal':
      if (!isNumber(value, true)) return { kind: 'element-number', message: `${quote(value)} is no number` };
      return lengthFault(value, digitsOf(value), minimum, maximum);
    case 'date':
      return lengthFault(value, value.length, minimum, maximum) ?? dateFault(value);
    case 'time':
      return lengthFault(value, value.length, minimum, maximum) ?? timeFault(value);
    case 'letters':
      if (!/^[A-Za-z ]*$/.test(value))
        return { kind: 'element-character', message: `${quote(value)} is not of letters only` };
  }
  const fault = lengthFault(value, value.length, minimum, maximum);
  if (fault) return fault;
  if (codes === undefined || codes.has(value)) return undefined;
  return { kind: 'element-code', message: `${quote(value)} is not in the code list of ${element.reference}` };
}

function lengthFault(
  value: string,
  length: number,
  minimum: number,
  maximum: number,
): ValueFault | undefined {
  if (length > maximum)
    return {
      kind: 'element-long',
      message: `${quote(value)} has ${length} characters, ${maximum} are allowed`,
    };
  if (length < minimum)
    return {
      kind: 'element-short',
      message: `${quote(value)} has ${length} characters, ${minimum} are needed`,
    };
  return undefined;
}

const quote = (value: string): string => JSON.stringify(value.slice(0, 40));

/** Digits with a leading minus, and one decimal mark (`.` or `,`) between or before digits, or an exponent. */
function isNumber(value: string, decimals: boolean): boolean {
  let digits = 0;
  let marks = 0;
  for (let i = 0; i < value.length; i++) {
    const code = value.charCodeAt(i);
    if (code >= 0x30 && code <= 0x39) digits++;
    else if (decimals && (code === 0x2e || code === 0x2c)) marks++;
    else if (!(code === 0x2d && i === 0)) return decimals && /^-?\d*[.,]?\d+E-?\d+$/.test(value);
  }
  return digits > 0 && marks <= 1;
}

/** Sign, decimal mark and the letter of an exponent do not count towards the length. */
function digitsOf(value: string): number {
  let digits = 0;
  for (let i = 0; i < value.length; i++) {
    const code = value.charCodeAt(i);
    if (code >= 0x30 && code <= 0x39) digits++;
  }
  return digits;
}

function dateFault(value: string): ValueFault | undefined {
  const day = value.slice(-2);
  const month = Number(value.slice(-4, -2));
  const year = value.length === 8 ? Number(value.slice(0, 4)) : 2000 + Number(value.slice(0, 2));
  const valid =
    /^(\d{6}|\d{8})$/.test(value) &&
    month >= 1 &&
    month <= 12 &&
    Number(day) >= 1 &&
    Number(day) <= daysIn(year, month);
  return valid ? undefined : { kind: 'element-date', message: `${quote(value)} is no date` };
}

const daysIn = (year: number, month: number): number => {
  if (month !== 2) return [4, 6, 9, 11].includes(month) ? 30 : 31;
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
};

function timeFault(value: string): ValueFault | undefined {
  const valid = /^([01]\d|2[0-3])[0-5]\d([0-5]\d\d{0,2})?$/.test(value);
  return valid ? undefined : { kind: 'element-time', message: `${quote(value)} is no time` };
}

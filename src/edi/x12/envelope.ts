import type { EnvelopeLevel, EnvelopeRules, TransactionType } from '../codec/envelope-rules.ts';
import { levelRules } from '../codec/envelope-rules.ts';
import type { FaultDraft } from '../codec/fault.ts';
import type { Segment } from '../codec/segment.ts';
import { x12CodeOf } from './fault-codes.ts';

/** Functional identifier (GS01) of each transaction set this codec knows. */
export const functionalGroups: Readonly<Record<string, string>> = {
  '810': 'IN',
  '820': 'RA',
  '824': 'AG',
  '830': 'PS',
  '832': 'SC',
  '846': 'IB',
  '850': 'PO',
  '852': 'PD',
  '855': 'PR',
  '856': 'SH',
  '860': 'PC',
  '861': 'RC',
  '865': 'CA',
  '940': 'OW',
  '943': 'AR',
  '944': 'RE',
  '945': 'SW',
  '947': 'AW',
  '997': 'FA',
  '999': 'FA',
};

/** ISA/IEA, GS/GE, ST/SE as ANSI ASC X12.5 and X12.6 have them. */
export const x12Envelope: EnvelopeRules = {
  syntax: 'x12',
  interchange: levelRules('interchange', 'ISA', 'IEA', 13, true),
  group: levelRules('group', 'GS', 'GE', 6, true),
  transaction: levelRules('transaction', 'ST', 'SE', 2, false),
  groupOptional: false,
  services: ['TA1', 'ISB', 'ISE', 'TA3'],
  typeOf,
  headerFaults,
  belongs: ({ type }, group) => (functionalGroups[type] ?? group.text(1)) === group.text(1),
  codeOf: x12CodeOf,
};

/** ST01 and the release in GS08 (`004010`), with ST03 or what follows the release as convention. */
function typeOf(transaction: Segment, group: Segment | undefined): TransactionType {
  const version = group?.text(8) ?? '';
  return {
    type: transaction.text(1),
    version: version.slice(0, 6),
    convention: transaction.text(3) || version.slice(6),
  };
}

function headerFaults(level: EnvelopeLevel, header: Segment): FaultDraft[] {
  if (level === 'interchange') return isaFaults(header);
  if (level === 'group') return groupFaults(header);
  if (/^\d{3}$/.test(header.text(1))) return [];
  return [
    {
      kind: 'header-invalid',
      level: 'transaction',
      position: 1,
      segment: 'ST',
      element: 1,
      value: header.text(1),
      message: `ST01 ${JSON.stringify(header.text(1))} is not a transaction set identifier`,
    },
  ];
}

/** Elements of the ISA with what they must look like. */
const isaForms: readonly (readonly [number, RegExp, string])[] = [
  [9, /^\d{2}(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])$/, 'a date (YYMMDD)'],
  [10, /^([01]\d|2[0-3])[0-5]\d$/, 'a time (HHMM)'],
  [12, /^\d{5}$/, 'a version'],
  [13, /^\d{9}$/, 'a control number of nine digits'],
  [15, /^[TPI]$/, 'T, P or I'],
];

const groupForms: readonly (readonly [number, RegExp, string])[] = [
  [4, /^(\d{2})?\d{2}(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])$/, 'a date (CCYYMMDD)'],
  [5, /^([01]\d|2[0-3])[0-5]\d([0-5]\d\d{0,2})?$/, 'a time (HHMM)'],
  [6, /^\d{1,9}$/, 'a control number of one to nine digits'],
];

const isaFaults = (header: Segment): FaultDraft[] => formFaults('interchange', header, isaForms);
const groupFaults = (header: Segment): FaultDraft[] => formFaults('group', header, groupForms);

function formFaults(
  level: EnvelopeLevel,
  header: Segment,
  forms: readonly (readonly [number, RegExp, string])[],
): FaultDraft[] {
  return forms
    .filter(([element, form]) => header.text(element) !== '' && !form.test(header.text(element)))
    .map(([element, , wanted]) => ({
      kind: 'header-invalid',
      level,
      severity: 'warning',
      position: header.position,
      segment: header.id,
      element,
      value: header.text(element),
      message: `${header.id}${String(element).padStart(2, '0')} ${JSON.stringify(header.text(element))} is not ${wanted}`,
    }));
}

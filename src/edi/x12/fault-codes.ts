import type { FaultDraft, FaultKind, StandardCode } from '../codec/fault.ts';

type Codes = Partial<Record<FaultKind, string>>;

/** TA105, the interchange note code (data element I18). */
const interchangeCodes: Codes = {
  'header-missing': '022',
  'header-length': '022',
  'delimiter-invalid': '026',
  'terminator-missing': '004',
  'trailer-missing': '023',
  truncated: '023',
  'reference-mismatch': '001',
  'reference-missing': '018',
  'reference-duplicate': '025',
  'count-mismatch': '021',
};

/** TA105 for an ISA element that is not what it must be, by position. */
const isaElementCodes = [
  '010',
  '011',
  '012',
  '013',
  '005',
  '006',
  '007',
  '008',
  '014',
  '015',
  '016',
  '017',
  '018',
  '019',
  '020',
  '027',
] as const;

/** AK905, the functional group syntax error code (data element 716). */
const groupCodes: Codes = {
  'type-unsupported': '1',
  'version-unsupported': '2',
  'trailer-missing': '3',
  'reference-mismatch': '4',
  'count-mismatch': '5',
  'reference-missing': '6',
  'header-invalid': '6',
  'reference-duplicate': '19',
};

/** AK502, the transaction set syntax error code (data element 718). */
const transactionCodes: Codes = {
  'type-unsupported': '1',
  'version-unsupported': '1',
  'trailer-missing': '2',
  'reference-mismatch': '3',
  'count-mismatch': '4',
  'header-missing': '6',
  'header-invalid': '6',
  'type-mismatch': '6',
  'reference-missing': '7',
  'reference-duplicate': '23',
};

/** AK304, the segment syntax error code (data element 720). */
const segmentCodes: Codes = {
  'segment-unknown': '1',
  'segment-unexpected': '2',
  'segment-missing': '3',
  'loop-missing': '3',
  'loop-repeats': '4',
  'segment-repeats': '5',
};

/** AK403, the data element syntax error code (data element 723). */
const elementCodes: Codes = {
  'element-missing': '1',
  'element-condition': '2',
  'element-excess': '3',
  'component-excess': '3',
  'repetition-excess': '3',
  'element-short': '4',
  'element-long': '5',
  'element-character': '6',
  'element-number': '6',
  'element-code': '7',
  'element-date': '8',
  'element-time': '9',
  'element-exclusion': '10',
};

/** The code X12 has for a fault, by the level it is on. */
export function x12CodeOf({ kind, level, element }: FaultDraft): StandardCode {
  switch (level) {
    case 'interchange': {
      const ofElement = kind === 'header-invalid' ? isaElementCodes[(element ?? 0) - 1] : undefined;
      return { list: 'TA105', code: ofElement ?? interchangeCodes[kind] ?? '024' };
    }
    case 'group':
      return { list: 'AK905', code: groupCodes[kind] ?? '1' };
    case 'transaction':
      return { list: 'AK502', code: transactionCodes[kind] ?? '5' };
    case 'segment':
      return { list: 'AK304', code: segmentCodes[kind] ?? '8' };
    case 'element':
      return { list: 'AK403', code: elementCodes[kind] ?? '6' };
  }
}

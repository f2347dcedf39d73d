import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { FaultDraft, FaultKind, FaultLevel } from '#edi/codec/fault.ts';
import { edifactCodeOf } from '#edi/edifact/fault-codes.ts';
import { functionalGroups } from '#edi/x12/envelope.ts';
import { x12CodeOf } from '#edi/x12/fault-codes.ts';

const all: Record<FaultKind, true> = {
  'header-missing': true,
  'header-length': true,
  'header-invalid': true,
  'delimiter-invalid': true,
  'terminator-missing': true,
  'trailer-missing': true,
  'trailer-unexpected': true,
  'reference-mismatch': true,
  'reference-missing': true,
  'reference-duplicate': true,
  'count-mismatch': true,
  'content-outside': true,
  'levels-mixed': true,
  'type-mismatch': true,
  'type-unsupported': true,
  'version-unsupported': true,
  truncated: true,
  'limit-exceeded': true,
  'binary-length': true,
  'segment-unknown': true,
  'segment-unexpected': true,
  'segment-missing': true,
  'segment-repeats': true,
  'loop-repeats': true,
  'loop-missing': true,
  'element-missing': true,
  'element-condition': true,
  'element-exclusion': true,
  'element-excess': true,
  'element-short': true,
  'element-long': true,
  'element-character': true,
  'element-number': true,
  'element-code': true,
  'element-date': true,
  'element-time': true,
  'repetition-excess': true,
  'component-excess': true,
};
const kinds = Object.keys(all).filter((kind): kind is FaultKind => kind in all);
const levels: readonly FaultLevel[] = ['interchange', 'group', 'transaction', 'segment', 'element'];

const draft = (kind: FaultKind, level: FaultLevel, element?: number): FaultDraft => ({
  kind,
  level,
  position: 1,
  segment: '',
  message: '',
  ...(element === undefined ? {} : { element }),
});

test('[S4] every kind of fault has the codes of the standards, by the level it is on', async () => {
  const lines = kinds.map((kind) => {
    const codes = levels
      .map((level) => x12CodeOf(draft(kind, level)))
      .map(({ list, code }) => `${list} ${code}`);
    return `${kind}: ${codes.join(', ')}; 0085 ${edifactCodeOf(draft(kind, 'element')).code}`;
  });
  const isa = Array.from(
    { length: 16 },
    (_, i) => x12CodeOf(draft('header-invalid', 'interchange', i + 1)).code,
  );
  lines.push(`ISA elements: ${isa.join(' ')}`);
  await expect(`${lines.join('\n')}\n`).toMatchFileSnapshot(
    join(import.meta.dirname, '../fixtures/edi-faults/codes.txt'),
  );
  expect(edifactCodeOf(draft('element-long', 'element')).list).toBe('0085');
});

test('[S1] every transaction set travels in its functional group', () => {
  expect(functionalGroups).toEqual({
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
  });
});

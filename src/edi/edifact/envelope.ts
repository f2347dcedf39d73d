import type { EnvelopeLevel, EnvelopeRules, TransactionType } from '../codec/envelope-rules.ts';
import { levelRules } from '../codec/envelope-rules.ts';
import type { FaultDraft } from '../codec/fault.ts';
import type { Segment } from '../codec/segment.ts';
import { edifactCodeOf } from './fault-codes.ts';

/** UNB/UNZ, UNG/UNE, UNH/UNT as ISO 9735 has them. */
export const edifactEnvelope: EnvelopeRules = {
  syntax: 'edifact',
  interchange: levelRules('interchange', 'UNB', 'UNZ', 5, false),
  group: levelRules('group', 'UNG', 'UNE', 5, false),
  transaction: levelRules('transaction', 'UNH', 'UNT', 1, false),
  groupOptional: true,
  services: [],
  typeOf,
  headerFaults,
  belongs: ({ type }, group) => group.text(1) === '' || group.text(1) === type,
  codeOf: edifactCodeOf,
};

/** S009: message type, version and release as one (`D96A`), association assigned code as convention. */
function typeOf(transaction: Segment): TransactionType {
  const [type = '', version = '', release = '', , association = ''] = transaction.components(2);
  return { type, version: `${version}${release}`, convention: association };
}

function headerFaults(level: EnvelopeLevel, header: Segment): FaultDraft[] {
  if (level !== 'transaction' || /^[A-Z]{6}$/.test(header.text(2))) return [];
  return [
    {
      kind: 'header-invalid',
      level: 'transaction',
      position: 1,
      segment: header.id,
      element: 2,
      component: 1,
      value: header.text(2),
      message: `${header.id} names ${JSON.stringify(header.text(2))}, which is no message type`,
    },
  ];
}

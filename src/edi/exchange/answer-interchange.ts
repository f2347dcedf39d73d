/** What an interchange is answered with: a functional acknowledgement, or word that all of it is refused. */
import type { EdiAgreement } from '#core/canonical/partner-agreement.ts';
import type { EdiFault, FaultDraft } from '../codec/fault.ts';
import type { Group, Interchange } from '../codec/interchange.ts';
import { acknowledgeEdifact } from '../edifact/acknowledge.ts';
import { edifactCodeOf } from '../edifact/fault-codes.ts';
import { acknowledgeGroup, acknowledgeInterchange } from '../x12/acknowledge.ts';
import { x12CodeOf } from '../x12/fault-codes.ts';
import { type Contents, x12DelimitersOf } from './envelope.ts';

/**
 * The acknowledgement of an interchange as agreed: 997 or 999 a group, CONTRL for the whole. Undefined when none is
 * agreed, or there is nothing to answer: an acknowledgement is never acknowledged.
 */
export function acknowledgementOf(edi: EdiAgreement, interchange: Interchange): Contents | undefined {
  if (edi.acknowledgements.send === 'none') return undefined;
  if (edi.standard === 'edifact') return contrl(interchange);
  const kind = edi.acknowledgements.send;
  const reserved = Object.values(x12DelimitersOf(edi)).join('');
  const asked = interchange.groups.filter((group) => !isOfAcknowledgements(group));
  const transactions = asked.flatMap((group) => {
    const body = acknowledgeGroup(group, interchange, { kind, reserved });
    return body ? [{ type: kind, body }] : [];
  });
  // A group that lost its header or number can be named by no 997: the TA1 tells of it.
  const isUntold = transactions.length < asked.length;
  const services =
    interchange.acknowledgementRequested || isUntold ? [acknowledgeInterchange(interchange)] : [];
  return asked.length === 0 ? undefined : { transactions, services };
}

const isOfAcknowledgements = ({ type, transactions }: Group): boolean =>
  type === 'FA' || transactions.some((transaction) => isAcknowledgement(transaction.type));

/** Word that nothing of an interchange is taken: TA1 or CONTRL. `reason` is added to the faults it has. */
export function refusalOf(
  edi: EdiAgreement,
  interchange: Interchange,
  reason?: 'reference-duplicate',
): Contents | undefined {
  if (edi.acknowledgements.send === 'none' || isAnswer(interchange)) return undefined;
  const refused: Interchange = {
    ...interchange,
    faults: reason ? [faultOf(edi, interchange, reason), ...interchange.faults] : interchange.faults,
    outcome: 'rejected',
  };
  return edi.standard === 'edifact'
    ? contrl(refused)
    : { transactions: [], services: [acknowledgeInterchange(refused)] };
}

function contrl(interchange: Interchange): Contents | undefined {
  const body = acknowledgeEdifact(interchange);
  return body && { transactions: [{ type: 'CONTRL', body }] };
}

const acknowledgements: ReadonlySet<string> = new Set(['997', '999', 'CONTRL']);

export const isAcknowledgement = (type: string): boolean => acknowledgements.has(type);

/** Whether it only answers: then it is never answered. */
function isAnswer({ groups, services }: Interchange): boolean {
  const transactions = groups.flatMap((group) => group.transactions);
  if (transactions.length === 0) return services.length > 0;
  return transactions.every(({ type }) => isAcknowledgement(type));
}

function faultOf(edi: EdiAgreement, { header }: Interchange, kind: 'reference-duplicate'): EdiFault {
  const draft: FaultDraft = {
    kind,
    level: 'interchange',
    position: 1,
    segment: header?.id ?? '',
    message: 'the control number was used before',
  };
  return {
    ...draft,
    severity: 'error',
    standard: edi.standard === 'x12' ? x12CodeOf(draft) : edifactCodeOf(draft),
  };
}

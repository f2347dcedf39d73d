/** A partner's functional acknowledgement of what we sent, written by hand: 997, 999 or CONTRL. */
import type { EdiAgreement } from '#core/canonical/partner-agreement.ts';
import type { Interchange } from '../codec/interchange.ts';
import { type Element, Segment } from '../codec/segment.ts';
import type { OutgoingBody } from '../exchange/envelope.ts';
import { firstTransaction } from './simulated-order.ts';

const seg = (id: string, ...elements: Element[]): Segment => new Segment(id, elements);

/** Takes or refuses all that an interchange of ours carries. */
export function acknowledge(
  edi: EdiAgreement,
  received: Interchange,
  verdict: 'accepts' | 'rejects',
): OutgoingBody {
  if (edi.standard === 'edifact') return contrl(received, verdict === 'accepts' ? '7' : '4');
  const type = edi.acknowledgements.send === '999' ? '999' : '997';
  return groupAnswer(type, received, verdict === 'accepts' ? 'A' : 'R');
}

function groupAnswer(type: '997' | '999', received: Interchange, code: 'A' | 'R'): OutgoingBody {
  const [group] = received.groups;
  const { type: set, reference } = firstTransaction(received);
  const prefix = type === '997' ? 'AK' : 'IK';
  // A 999 names the version too; our groups hold one transaction.
  const version = type === '999' ? [group?.header?.text(8) ?? ''] : [];
  const refused = code === 'R' ? [seg(`${prefix}3`, set === '850' ? 'BEG' : 'ST', '2', '', '8')] : [];
  const body = [
    seg('AK1', group?.type ?? '', group?.reference ?? '', ...version),
    seg('AK2', set, reference),
    ...refused,
    seg(`${prefix}5`, code, ...(code === 'R' ? ['5'] : [])),
    seg('AK9', code, '1', '1', code === 'A' ? '1' : '0'),
  ];
  return { type, body };
}

/** UCI names the whole, UCM the message: 7 takes it, 4 refuses it. */
function contrl(received: Interchange, action: '7' | '4'): OutgoingBody {
  const { header, reference } = received;
  const message = firstTransaction(received).segments[0];
  const [sender, receiver] = [header?.elements[1] ?? '', header?.elements[2] ?? ''];
  const body = [
    seg('UCI', reference, sender, receiver, '7'),
    seg('UCM', message?.text(1) ?? '', message?.elements[1] ?? '', action, ...(action === '4' ? ['12'] : [])),
  ];
  return { type: 'CONTRL', body };
}

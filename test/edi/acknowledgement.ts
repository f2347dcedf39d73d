import type { Interchange } from '#edi/codec/interchange.ts';
import type { Segment } from '#edi/codec/segment.ts';
import type { Written } from '#edi/codec/write-segments.ts';
import { acknowledgeEdifact } from '#edi/edifact/acknowledge.ts';
import { serialiseEdifact } from '#edi/edifact/serialise.ts';
import { acknowledgeGroup, acknowledgeInterchange } from '#edi/x12/acknowledge.ts';
import { serialiseX12 } from '#edi/x12/serialise.ts';

/** What the interchange of an acknowledgement says besides its content: sides turned round, a number of its own. */
const envelopeOf = ({ sender, receiver }: Interchange) => ({
  sender: receiver,
  receiver: sender,
  date: '261121',
  time: '0420',
  acknowledgementRequested: false,
  test: true,
});

/** The 997 or 999 of every group of an interchange, in `004010` or `005010`. */
export function functionalAcknowledgement(
  interchange: Interchange,
  kind: '997' | '999',
  version: string,
  controlNumber = 1,
): Uint8Array {
  const bodies = interchange.groups.flatMap((group) => {
    const body = acknowledgeGroup(group, interchange, { kind, reserved: '*~>^' });
    return body === undefined ? [] : [body];
  });
  const envelope = envelopeOf(interchange);
  const convention = kind === '999' ? `${version}X231` : undefined;
  const transactions = bodies.map((body, i) => ({
    type: kind,
    controlNumber: String(i + 1).padStart(4, '0'),
    ...(convention && { convention }),
    body,
  }));
  const group = {
    functionalId: 'FA',
    sender: envelope.sender.id,
    receiver: envelope.receiver.id,
    date: '20261121',
    time: envelope.time,
    controlNumber,
    version: convention ?? version,
    transactions,
  };
  return bytesOf(serialiseX12({ ...envelope, version: version.slice(0, 5), controlNumber, groups: [group] }));
}

/** The TA1 of an interchange, in an interchange without groups. */
export function interchangeAcknowledgement(interchange: Interchange): Uint8Array {
  const services = [acknowledgeInterchange(interchange)];
  const envelope = { ...envelopeOf(interchange), version: '00401', controlNumber: 2 };
  return bytesOf(serialiseX12({ ...envelope, services, groups: [] }));
}

/** The CONTRL of an interchange. */
export function contrlOf(interchange: Interchange, reference = '1'): Uint8Array {
  const body: readonly Segment[] = acknowledgeEdifact(interchange) ?? [];
  const message = {
    type: 'CONTRL',
    version: 'D',
    release: '3',
    agency: 'UN',
    association: '',
    reference: '1',
  };
  return bytesOf(
    serialiseEdifact({
      ...envelopeOf(interchange),
      syntaxIdentifier: 'UNOC',
      syntaxVersion: '3',
      reference,
      messages: [{ ...message, body }],
    }),
  );
}

function bytesOf(written: Written): Uint8Array {
  if (!written.ok) throw new Error(written.faults.map(({ message }) => message).join('; '));
  return written.bytes;
}

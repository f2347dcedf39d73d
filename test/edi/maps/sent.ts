import type { Segment } from '#edi/codec/segment.ts';
import { serialiseEdifact } from '#edi/edifact/serialise.ts';
import type { MappedOut } from '#edi/maps/mapped.ts';
import { serialiseX12 } from '#edi/x12/serialise.ts';

/** The body of what was written; what was wrong with it is thrown. */
export function bodyOf(mapped: MappedOut): readonly Segment[] {
  if (!mapped.ok) throw new Error(JSON.stringify(mapped.faults));
  return mapped.body;
}

/** Messages of the faults, none when it was written. */
export const messagesOf = (mapped: MappedOut): readonly string[] =>
  mapped.ok ? [] : mapped.faults.map(({ message }) => message);

const sides = {
  sender: { qualifier: '14', id: '4012345000009' },
  receiver: { qualifier: '14', id: '4098765000003' },
  date: '261121',
  time: '0418',
  acknowledgementRequested: false,
  test: true,
} as const;

/** A transaction set as a whole interchange: its type, and the functional group it travels in. */
export const sentAsX12 = (
  mapped: MappedOut,
  { type, group, version }: { readonly type: string; readonly group: string; readonly version: string },
): string =>
  textOf(
    serialiseX12(
      {
        ...sides,
        version: version.slice(0, 5),
        controlNumber: 301,
        groups: [
          {
            functionalId: group,
            sender: sides.sender.id,
            receiver: sides.receiver.id,
            date: '20261121',
            time: sides.time,
            controlNumber: 301,
            version,
            transactions: [{ type, controlNumber: '0001', body: bodyOf(mapped) }],
          },
        ],
      },
      undefined,
      { charset: 'utf-8', lineBreaks: true },
    ),
  );

/** A message as a whole interchange. */
export const sentAsEdifact = (mapped: MappedOut, type: string, directory: string): string =>
  textOf(
    serialiseEdifact(
      {
        ...sides,
        syntaxIdentifier: 'UNOC',
        syntaxVersion: '3',
        reference: '301',
        messages: [
          {
            type,
            version: directory.slice(0, 1),
            release: directory.slice(1),
            agency: 'UN',
            association: '',
            reference: '1',
            body: bodyOf(mapped),
          },
        ],
      },
      undefined,
      { lineBreaks: true },
    ),
  );

function textOf(written: ReturnType<typeof serialiseX12>): string {
  if (!written.ok) throw new Error(written.faults.map(({ message }) => message).join('; '));
  return new TextDecoder('latin1').decode(written.bytes);
}

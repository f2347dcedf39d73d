import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Interchange } from '#edi/codec/interchange.ts';
import type { Segment } from '#edi/codec/segment.ts';
import type { Written } from '#edi/codec/write-segments.ts';
import { acknowledgeEdifact } from '#edi/edifact/acknowledge.ts';
import { findEdifactSchema } from '#edi/edifact/schema/find-schema.ts';
import { serialiseEdifact } from '#edi/edifact/serialise.ts';
import { parseInterchanges } from '#edi/parse-interchanges.ts';
import { acknowledgeGroup, acknowledgeInterchange } from '#edi/x12/acknowledge.ts';
import { findX12Schema } from '#edi/x12/schema/find-schema.ts';
import { serialiseX12 } from '#edi/x12/serialise.ts';
import { edifactOrders, x12Orders } from '#test/edi/samples.ts';

/** One file as a partner gets it. */
export interface Sent {
  readonly name: string;
  /** `850`, `ORDERS`. */
  readonly type: string;
  readonly syntax: 'x12' | 'edifact';
  readonly bytes: Uint8Array;
}

const folder = join(import.meta.dirname, '../fixtures/edi/maps');

/** Every document our maps write, by its golden file: whoever adds a map is judged without asking for it. */
const documents: readonly Sent[] = readdirSync(folder)
  .filter((name) => /\.golden\.(x12|edi)$/.test(name))
  .map((name) => ({
    name,
    type: name.split('-')[0] ?? '',
    syntax: name.endsWith('.x12') ? 'x12' : 'edifact',
    bytes: new Uint8Array(readFileSync(join(folder, name))),
  }));

const sides = {
  sender: { qualifier: '14', id: '4098765000003' },
  receiver: { qualifier: '14', id: '4012345000009' },
  date: '261121',
  time: '0420',
  acknowledgementRequested: false,
  test: true,
} as const;

const conventionOf = (kind: '997' | '999') => (kind === '999' ? { convention: '005010X231' } : {});

const accepted = {
  x12: (version: string) => x12Orders(2, { version }),
  edifact: edifactOrders(2),
};
/** A bad number in the first order, a wrong count in the second. */
const rejected = {
  x12: (version: string) =>
    x12Orders(2, { version }).replace('480*EA', '4x0*EA').replace('SE*5*0002', 'SE*6*0002'),
  edifact: edifactOrders(2).replace('QTY+21:480', 'QTY+21:4x0').replace("UNT+8+2'", "UNT+9+2'"),
};

const acknowledgements: readonly Sent[] = [
  x12Answer('997 of accepted orders', accepted.x12('00401'), '997', '004010'),
  x12Answer('997 of rejected orders', rejected.x12('00401'), '997', '004010'),
  x12Answer('997 in 005010', rejected.x12('00501'), '997', '005010'),
  x12Answer('999 of accepted orders', accepted.x12('00501'), '999', '005010'),
  x12Answer('999 of rejected orders', rejected.x12('00501'), '999', '005010'),
  interchangeAnswer('TA1 of an accepted interchange', accepted.x12('00401')),
  interchangeAnswer('TA1 of a rejected interchange', accepted.x12('00401').replace('IEA*1', 'IEA*2')),
  contrl('CONTRL of accepted orders', accepted.edifact),
  contrl('CONTRL of rejected orders', rejected.edifact),
  contrl('CONTRL of a rejected interchange', accepted.edifact.replace('UNZ+2', 'UNZ+3')),
];

/** All that a partner can get from us. */
export const whatWeSend: readonly Sent[] = [...documents, ...acknowledgements];

function received(text: string): Interchange {
  const schemas = (type: string, version: string) =>
    findX12Schema(type, version) ?? findEdifactSchema(type, version);
  const [interchange] = parseInterchanges(new TextEncoder().encode(text), { schemas })?.interchanges ?? [];
  if (interchange === undefined) throw new Error('there is no interchange');
  return interchange;
}

function x12Answer(name: string, text: string, kind: '997' | '999', version: string): Sent {
  const interchange = received(text.replace('X*004010', `X*${version}`));
  const body = interchange.groups.flatMap(
    (group) => acknowledgeGroup(group, interchange, { kind, reserved: '*>~^' }) ?? [],
  );
  const group = {
    functionalId: 'FA',
    sender: sides.sender.id,
    receiver: sides.receiver.id,
    date: '20261121',
    time: sides.time,
    controlNumber: 1,
    version: kind === '999' ? `${version}X231` : version,
    transactions: [{ type: kind, controlNumber: '0001', ...conventionOf(kind), body }],
  };
  const written = serialiseX12({
    ...sides,
    version: version.slice(0, 5),
    controlNumber: 1,
    groups: [group],
  });
  return { name, type: kind, syntax: 'x12', bytes: bytesOf(written) };
}

function interchangeAnswer(name: string, text: string): Sent {
  const services = [acknowledgeInterchange(received(text))];
  const written = serialiseX12({ ...sides, version: '00401', controlNumber: 2, services, groups: [] });
  return { name, type: 'TA1', syntax: 'x12', bytes: bytesOf(written) };
}

function contrl(name: string, text: string): Sent {
  const body: readonly Segment[] = acknowledgeEdifact(received(text)) ?? [];
  const message = {
    type: 'CONTRL',
    version: 'D',
    release: '3',
    agency: 'UN',
    association: '',
    reference: '1',
  };
  const written = serialiseEdifact({
    ...sides,
    syntaxIdentifier: 'UNOC',
    syntaxVersion: '3',
    reference: '1',
    messages: [{ ...message, body }],
  });
  return { name, type: 'CONTRL', syntax: 'edifact', bytes: bytesOf(written) };
}

function bytesOf(written: Written): Uint8Array {
  if (!written.ok) throw new Error(written.faults.map(({ message }) => message).join('; '));
  return written.bytes;
}

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Interchange } from '#edi/codec/interchange.ts';
import type { ReadOptions } from '#edi/codec/interchange-reader.ts';
import { findEdifactSchema } from '#edi/edifact/schema/find-schema.ts';
import { parseInterchanges } from '#edi/parse-interchanges.ts';
import { findX12Schema } from '#edi/x12/schema/find-schema.ts';
import {
  contrlOf,
  functionalAcknowledgement,
  interchangeAcknowledgement,
} from '#test/edi/acknowledgement.ts';
import { edifactOrders, x12Orders } from '#test/edi/samples.ts';

/** One file as a partner gets it. */
export interface Sent {
  readonly name: string;
  /** `850`, `ORDERS`. */
  readonly type: string;
  readonly syntax: 'x12' | 'edifact';
  readonly bytes: Uint8Array;
}

/** The first interchange of a text, read with our schemas. */
export function received(text: string, options: ReadOptions = {}): Interchange {
  const schemas = (type: string, version: string) =>
    findX12Schema(type, version) ?? findEdifactSchema(type, version);
  const result = parseInterchanges(new TextEncoder().encode(text), { schemas, ...options });
  const [interchange] = result?.interchanges ?? [];
  if (interchange === undefined) throw new Error(`there is no interchange in ${text}`);
  return interchange;
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

const x12 = (version: string) =>
  x12Orders(2, { version: version.slice(0, 5) }).replace('X*004010', `X*${version}`);
const edifact = edifactOrders(2);
/** A bad number in the first order, a wrong count in the second. */
const badX12 = (version: string) =>
  x12(version).replace('480*EA', '4x0*EA').replace('SE*5*0002', 'SE*6*0002');
const badEdifact = edifact.replace('QTY+21:480', 'QTY+21:4x0').replace("UNT+8+2'", "UNT+9+2'");

const answerTo = (name: string, text: string, kind: '997' | '999', version: string): Sent => ({
  name,
  type: kind,
  syntax: 'x12',
  bytes: functionalAcknowledgement(received(text), kind, version),
});
const ta1 = (name: string, text: string): Sent => ({
  name,
  type: 'TA1',
  syntax: 'x12',
  bytes: interchangeAcknowledgement(received(text)),
});
const contrl = (name: string, text: string): Sent => ({
  name,
  type: 'CONTRL',
  syntax: 'edifact',
  bytes: contrlOf(received(text)),
});

const acknowledgements: readonly Sent[] = [
  answerTo('997 of accepted orders', x12('004010'), '997', '004010'),
  answerTo('997 of rejected orders', badX12('004010'), '997', '004010'),
  answerTo('997 in 005010', badX12('005010'), '997', '005010'),
  answerTo('999 of accepted orders', x12('005010'), '999', '005010'),
  answerTo('999 of rejected orders', badX12('005010'), '999', '005010'),
  ta1('TA1 of an accepted interchange', x12('004010')),
  ta1('TA1 of a rejected interchange', x12('004010').replace('IEA*1', 'IEA*2')),
  contrl('CONTRL of accepted orders', edifact),
  contrl('CONTRL of rejected orders', badEdifact),
  contrl('CONTRL of a rejected interchange', edifact.replace('UNZ+2', 'UNZ+3')),
];

/** All that a partner can get from us. */
export const whatWeSend: readonly Sent[] = [...documents, ...acknowledgements];

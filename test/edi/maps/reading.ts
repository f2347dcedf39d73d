import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Transaction } from '#edi/codec/interchange.ts';
import { faultsOf } from '#edi/codec/interchange.ts';
import { findEdifactSchema } from '#edi/edifact/schema/find-schema.ts';
import { readDesadv } from '#edi/maps/edifact/desadv.ts';
import { readInvoic } from '#edi/maps/edifact/invoic.ts';
import { readInvrpt } from '#edi/maps/edifact/invrpt.ts';
import { readOrders } from '#edi/maps/edifact/orders.ts';
import { readOrdrsp } from '#edi/maps/edifact/ordrsp.ts';
import { readPricat } from '#edi/maps/edifact/pricat.ts';
import { read810 } from '#edi/maps/x12/810.ts';
import { read832 } from '#edi/maps/x12/832.ts';
import { read846 } from '#edi/maps/x12/846.ts';
import { read850 } from '#edi/maps/x12/850.ts';
import { read855 } from '#edi/maps/x12/855.ts';
import { read856 } from '#edi/maps/x12/856.ts';
import { read865 } from '#edi/maps/x12/865.ts';
import { parseInterchanges } from '#edi/parse-interchanges.ts';
import { findX12Schema } from '#edi/x12/schema/find-schema.ts';

const folder = join(import.meta.dirname, '../../fixtures/edi');

/** The maps by the type in a fixture's name. */
export const maps = {
  '850': read850,
  '855': read855,
  '856': read856,
  '810': read810,
  '832': read832,
  '846': read846,
  '865': read865,
  ORDERS: readOrders,
  ORDRSP: readOrdrsp,
  DESADV: readDesadv,
  INVOIC: readInvoic,
  INVRPT: readInvrpt,
  PRICAT: readPricat,
} as const;
export type MapName = keyof typeof maps;

export const isMapName = (name: string): name is MapName => name in maps;

export const typeOf = (name: string): string => name.replace('maps/', '').split('-')[0] ?? '';

/** Fixtures there is a map for: those of the codec, and those of the maps in their own folder; not what we write. */
export const mappedFixtures: readonly string[] = [
  ...readdirSync(folder),
  ...readdirSync(join(folder, 'maps')).map((name) => `maps/${name}`),
].filter((name) => /(?<!golden)\.(x12|edi)$/.test(name) && isMapName(typeOf(name)));

export const fixture = (name: string): string => readFileSync(join(folder, name), 'utf8');

/** The first transaction of a text that has no fault by its schema. */
export function transactionOf(text: string): Transaction {
  const result = parseInterchanges(new TextEncoder().encode(text), {
    schemas: (type, version) => findX12Schema(type, version) ?? findEdifactSchema(type, version),
  });
  const transaction = result?.interchanges[0]?.groups[0]?.transactions[0];
  if (!result || !transaction) throw new Error('there is no transaction');
  const faults = faultsOf(result).map(({ message }) => message);
  if (faults.length > 0) throw new Error(faults.join('; '));
  return transaction;
}

/** A text with one place changed, its count of segments kept right. */
export function changed(text: string, from: string, to: string): string {
  if (!text.includes(from)) throw new Error(`there is no ${from}`);
  const terminator = text.startsWith('ISA') ? '~' : "'";
  const difference = to.split(terminator).length - from.split(terminator).length;
  return text
    .replace(from, to)
    .replace(/(SE\*|UNT\+)(\d+)/, (_, tag: string, count: string) => tag + (Number(count) + difference));
}

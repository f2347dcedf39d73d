import { SchemaCompiler, type TransactionSource } from '../../codec/compile-schema.ts';
import type { TransactionSchema } from '../../codec/schema.ts';
import { functionalAcknowledgment, implementationAcknowledgment } from './acknowledgments.ts';
import { composites, elements004010, elements005010 } from './elements.ts';
import {
  purchaseOrder,
  purchaseOrderAcknowledgment,
  purchaseOrderChange,
  purchaseOrderChangeAcknowledgment,
} from './orders.ts';
import { inventoryAdvice, planningSchedule, priceCatalog, productActivity } from './planning.ts';
import { allSegments004010, allSegments005010 } from './segments.ts';
import { invoice, shipNotice } from './shipping-and-billing.ts';

const documents: readonly TransactionSource[] = [
  purchaseOrder,
  purchaseOrderAcknowledgment,
  purchaseOrderChange,
  purchaseOrderChangeAcknowledgment,
  shipNotice,
  invoice,
  planningSchedule,
  inventoryAdvice,
  productActivity,
  priceCatalog,
  functionalAcknowledgment,
];

const versions: Readonly<
  Record<string, { compiler: SchemaCompiler; documents: readonly TransactionSource[] }>
> = {
  '004010': {
    compiler: new SchemaCompiler({ elements: elements004010, composites, segments: allSegments004010 }),
    documents,
  },
  '005010': {
    compiler: new SchemaCompiler({ elements: elements005010, composites, segments: allSegments005010 }),
    documents: [...documents, implementationAcknowledgment],
  },
};

const compiled = new Map<string, TransactionSchema>();

/** Every type and version there is a schema for, `850 004010`. */
export const x12Schemas: readonly string[] = Object.entries(versions).flatMap(
  ([version, { documents: all }]) => all.map(({ type }) => `${type} ${version}`),
);

/** The schema of a transaction set in a version (`004010`, `005010`); compiled when first asked for. */
export function findX12Schema(type: string, version: string): TransactionSchema | undefined {
  const known = compiled.get(`${type} ${version}`);
  if (known) return known;
  const release = versions[version];
  const source = release?.documents.find((document) => document.type === type);
  if (!release || !source) return undefined;
  const schema = release.compiler.transaction(source, version);
  compiled.set(`${type} ${version}`, schema);
  return schema;
}

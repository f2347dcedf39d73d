import { SchemaCompiler, type TransactionSource } from '../../codec/compile-schema.ts';
import type { TransactionSchema } from '../../codec/schema.ts';
import { priceCatalogue, priceCatalogueD01B } from './catalog.ts';
import { compositesD01B, compositesD96A, elementsD01B, elementsD96A } from './elements.ts';
import {
  orderChange,
  orderChangeD01B,
  orderResponse,
  orderResponseD01B,
  orders,
  ordersD01B,
} from './orders.ts';
import {
  deliverySchedule,
  deliveryScheduleD01B,
  inventoryReport,
  inventoryReportD01B,
  salesReport,
  salesReportD01B,
} from './planning.ts';
import { segmentsD01B, segmentsD96A } from './segments.ts';
import { contrl, despatchAdvice, despatchAdviceD01B, invoice, invoiceD01B } from './shipping-and-billing.ts';

interface Directory {
  readonly compiler: SchemaCompiler;
  readonly messages: readonly TransactionSource[];
}

const d96a: Directory = {
  compiler: new SchemaCompiler({
    elements: elementsD96A,
    composites: compositesD96A,
    segments: segmentsD96A,
  }),
  messages: [
    orders,
    orderChange,
    orderResponse,
    despatchAdvice,
    invoice,
    deliverySchedule,
    salesReport,
    inventoryReport,
    priceCatalogue,
    contrl,
  ],
};

const d01b: Directory = {
  compiler: new SchemaCompiler({
    elements: elementsD01B,
    composites: compositesD01B,
    segments: segmentsD01B,
  }),
  messages: [
    ordersD01B,
    orderChangeD01B,
    orderResponseD01B,
    despatchAdviceD01B,
    invoiceD01B,
    deliveryScheduleD01B,
    salesReportD01B,
    inventoryReportD01B,
    priceCatalogueD01B,
    contrl,
  ],
};

/** Directories by version and release; CONTRL carries the version of the syntax (`D3`, `41`). */
const directories: Readonly<Record<string, Directory>> = {
  D96A: d96a,
  D01B: d01b,
  D3: { compiler: d96a.compiler, messages: [contrl] },
  '21': { compiler: d96a.compiler, messages: [contrl] },
  '31': { compiler: d96a.compiler, messages: [contrl] },
  '41': { compiler: d96a.compiler, messages: [contrl] },
};

const compiled = new Map<string, TransactionSchema>();

/** Every type and version there is a schema for, `ORDERS D96A`. */
export const edifactSchemas: readonly string[] = Object.entries(directories).flatMap(
  ([version, { messages }]) => messages.map(({ type }) => `${type} ${version}`),
);

/** The schema of a message in a directory (`D96A`, `D01B`); compiled when first asked for. */
export function findEdifactSchema(type: string, version: string): TransactionSchema | undefined {
  const known = compiled.get(`${type} ${version}`);
  if (known) return known;
  const directory = directories[version];
  const source = directory?.messages.find((message) => message.type === type);
  if (!directory || !source) return undefined;
  const schema = directory.compiler.transaction(source, version);
  compiled.set(`${type} ${version}`, schema);
  return schema;
}

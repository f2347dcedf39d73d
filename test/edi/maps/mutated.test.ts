import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { customerOrderSchema } from '#core/canonical/customer-order.ts';
import { orderAcknowledgementSchema } from '#core/canonical/order-acknowledgement.ts';
import { orderChangeAnswerSchema } from '#core/canonical/order-change.ts';
import { shipNoticeSchema } from '#core/canonical/ship-notice.ts';
import { supplierCatalogSchema } from '#core/canonical/supplier-catalog.ts';
import { supplierInvoiceSchema } from '#core/canonical/supplier-invoice.ts';
import { supplierStockSchema } from '#core/canonical/supplier-stock.ts';
import { findEdifactSchema } from '#edi/edifact/schema/find-schema.ts';
import { parseInterchanges } from '#edi/parse-interchanges.ts';
import { findX12Schema } from '#edi/x12/schema/find-schema.ts';
import { fixture, isMapName, mappedFixtures, maps, typeOf } from './reading.ts';

const schemas = {
  '850': customerOrderSchema,
  ORDERS: customerOrderSchema,
  '865': orderChangeAnswerSchema,
  '855': orderAcknowledgementSchema,
  ORDRSP: orderAcknowledgementSchema,
  '856': shipNoticeSchema,
  DESADV: shipNoticeSchema,
  '810': supplierInvoiceSchema,
  INVOIC: supplierInvoiceSchema,
  '832': supplierCatalogSchema,
  PRICAT: supplierCatalogSchema,
  '846': supplierStockSchema,
  INVRPT: supplierStockSchema,
} as const;

/** Values that partners send where others are meant. */
const values = fc.oneof(
  fc.constantFrom(
    '',
    '0',
    '-1',
    '.5',
    '1,5',
    '9E9',
    '99999999999999',
    'ZZ',
    '&',
    ' ',
    'EA',
    '20261301',
    'X'.repeat(90),
  ),
  fc.stringMatching(/^[ -)/-9;-\]a-z]{0,12}$/),
);

/** One value of a text replaced, or one line taken away or doubled. */
const mutation = fc.record({
  line: fc.nat(200),
  element: fc.nat(12),
  value: values,
  how: fc.constantFrom('value', 'value', 'value', 'without', 'twice'),
});

function mutate(
  text: string,
  mutations: readonly (typeof mutation extends fc.Arbitrary<infer T> ? T : never)[],
) {
  const lines = text.trimEnd().split('\n');
  const isX12 = text.startsWith('ISA');
  const [first, last] = isX12 ? [3, 3] : [3, 2];
  for (const { line, element, value, how } of mutations) {
    const at = first + (line % Math.max(1, lines.length - first - last));
    const parts = (lines[at] ?? '').slice(0, -1).split(/([*+:])/);
    if (how === 'without') lines.splice(at, 1);
    else if (how === 'twice') lines.splice(at, 0, lines[at] ?? '');
    else {
      const place = 2 * (1 + (element % Math.max(1, (parts.length - 1) / 2)));
      if (place < parts.length) parts[place] = value.replaceAll(/[*+:~'?>^]/g, '');
      lines[at] = parts.join('') + (isX12 ? '~' : "'");
    }
  }
  return lines.join('\n');
}

describe('mutated fixtures', () => {
  test.each(mappedFixtures)('[S3] %s with anything changed is a valid document or has faults', (name) => {
    const type = typeOf(name);
    if (!isMapName(type)) throw new Error(`no map for ${type}`);
    const text = fixture(name);
    fc.assert(
      fc.property(fc.array(mutation, { minLength: 1, maxLength: 4 }), (mutations) => {
        const result = parseInterchanges(new TextEncoder().encode(mutate(text, mutations)), {
          schemas: (set, version) => findX12Schema(set, version) ?? findEdifactSchema(set, version),
        });
        const transaction = result?.interchanges[0]?.groups[0]?.transactions[0];
        if (transaction === undefined) return;
        const mapped = maps[type](transaction);
        if (mapped.ok) expect(schemas[type].safeParse(mapped.document).error?.issues).toBeUndefined();
        else expect(mapped.faults.length).toBeGreaterThan(0);
      }),
      { numRuns: 150 },
    );
  });
});

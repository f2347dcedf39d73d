import { describe, expect, it } from 'vitest';
import { namesOf } from '#business/measures/names.ts';
import { waitingOf } from '#business/measures/waiting.ts';
import { normalisedName } from '#core/canonical/figures.ts';
import type { KnownRecord } from '#core/kernel/counting.ts';
import { aLedger } from '#test/builders/a-ledger.ts';
import { aMatchedInvoice } from '#test/builders/a-matched-invoice.ts';
import { aPurchaseOrder } from '#test/builders/a-purchase-order.ts';
import { anOrderChange } from '#test/builders/an-order-change.ts';

/** A record as it stands, of whatever is known about it. */
const known = <B extends { readonly id: string }>(type: KnownRecord['type'], body: B): KnownRecord =>
  ({
    ...{ type, id: body.id, version: 1, body },
    correlationId: 'cor-of-the-order',
    updatedAt: '2026-11-23T08:00:00.000Z',
  }) as unknown as KnownRecord;

const order = known(
  'purchase-order',
  aPurchaseOrder({ number: 'PO-71', identifiers: [{ scheme: 'tryton:purchase', value: '17' }] }),
);
const interchange = known('interchange', {
  id: 'ic-1',
  direction: 'in',
  partnerId: 'nordbolt',
  controlNumber: '000000905',
  fileName: 'partners/nordbolt/in/855 of today.x12',
});
const document = known('document', { id: 'doc-1', fileName: 'forecast 2026-11.csv', sha256: 'f'.repeat(64) });
const deadLetter = known('dead-letter', {
  id: 'dl-1',
  queue: 'acknowledgements',
  state: 'waiting',
  died: { class: 'crashed' },
  firstSeenAt: '2026-11-20T23:59:59.000Z',
  carries: { kind: 'event', name: 'order-acknowledged', recordId: 'po-1' },
  seenAs: [{ messageId: 'm-1' }, { messageId: 'm-2' }],
});

const lookedUp = (record: KnownRecord): Readonly<Record<string, string>> =>
  Object.fromEntries(namesOf(record).map(({ name, found }) => [normalisedName(name), found.matched]));

const table = (rows: readonly (readonly [KnownRecord, string, string])[]) =>
  rows.map(([record, name, matched]) => ({ record, name, matched }));

describe('names', () => {
  it.each(
    table([
      [order, 'PO-71', 'order number'],
      [order, '17', 'tryton:purchase'],
      [order, 'PO-1', 'id'],
      [order, 'COR-OF-THE-ORDER', 'correlation id'],
      [interchange, '905', 'control number'],
      [interchange, '855OFTODAY.X12', 'file name'],
      [interchange, '855OFTODAY', 'file name'],
      [document, 'FORECAST2026-11.CSV', 'file name'],
      [document, 'F'.repeat(64), 'check sum'],
      [deadLetter, 'M-2', 'message id'],
      [deadLetter, 'PO-1', 'record'],
      [known('order-ledger', aLedger()), 'PO-71', 'order number'],
      [known('invoice', aMatchedInvoice({ systemNumber: 'B-9' })), 'INV-1', 'invoice number'],
      [known('invoice', aMatchedInvoice({ systemNumber: 'B-9' })), 'B-9', 'number in the ERP'],
    ]),
  )('[O1] $record.type is found under $name, its $matched', ({ record, name, matched }) => {
    expect(lookedUp(record)[name]).toBe(matched);
  });

  it('[O1] what a pull brings by the thousand is not found by the pull it came with', () => {
    const item = known('item', { id: 'FX-1', identifiers: [{ scheme: 'gtin', value: '04006381333931' }] });
    expect(lookedUp(item)).toEqual({ '4006381333931': 'gtin', 'FX-1': 'id' });
  });

  it.each([
    ['  po - 71 ', 'PO-71'],
    ['000123', '123'],
    ['0', '0'],
    ['00', '0'],
    ['007-A', '007-A'],
  ])('[O1] "%s" is looked up as %s', (name, normalised) => {
    expect(normalisedName(name)).toBe(normalised);
  });
});

const standing = (
  rows: readonly (readonly [KnownRecord, ...(readonly [what: string, by: string, day: string])[]])[],
) =>
  rows.map(([record, ...waits]) => ({
    record,
    waits,
    because: `${record.type} ${JSON.stringify(stateOf(record))}`,
  }));

const stateOf = ({ body }: KnownRecord): unknown =>
  'posting' in body ? body.posting : 'state' in body ? body.state : '';

describe('what waits', () => {
  it.each(
    standing([
      [order, ['postings', 'tryton create-purchase-order', '2026-11-23']],
      [known('purchase-order', aPurchaseOrder({ state: 'confirmed' }))],
      [known('purchase-order', aPurchaseOrder({ state: 'refused' }))],
      [known('purchase-order', aPurchaseOrder({ origin: 'system' }))],
      [known('order-change', anOrderChange()), ['postings', 'tryton amend-purchase-order', '2026-11-23']],
      [known('order-change', anOrderChange({ posting: 'none' }))],
      [known('invoice', aMatchedInvoice()), ['postings', 'tryton post-supplier-invoice', '2026-12-08']],
      [known('invoice', aMatchedInvoice({ state: 'posted' }))],
      [
        deadLetter,
        ['dead-letters', 'acknowledgements', '2026-11-20'],
        ['dead-letters-by-class', 'crashed', '2026-11-20'],
      ],
      [document],
    ]),
  )('[O2] because of $because: $waits', ({ record, waits }) => {
    expect(waitingOf(record).map(({ what, by, day }) => [what, by, day])).toEqual(waits);
  });
});

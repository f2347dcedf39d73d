import type { KnownAs } from '#core/canonical/figures.ts';
import type { RecordBody, RecordType } from '#core/canonical/record-schemas.ts';
import type { KnownRecord, NamedRecord } from '#core/kernel/counting.ts';
import type { Identifier } from '#core/kernel/identifiers.ts';

/** What a record is called, and every name people know it by. */
interface Called {
  readonly title: string;
  readonly names: readonly (KnownAs | undefined)[];
}

type Rules = { readonly [T in RecordType]?: (body: RecordBody<T>) => Called };

const as = (matched: string, name: string | undefined): KnownAs | undefined =>
  name === undefined || name === '' ? undefined : { name, matched };

const numbersOf = (identifiers: readonly Identifier[]): readonly KnownAs[] =>
  identifiers.map(({ scheme, value }) => ({ name: value, matched: scheme }));

/** `forecast 2026-11.csv` is found as `forecast 2026-11` too. */
const fileNames = (fileName: string): readonly (KnownAs | undefined)[] => {
  const own = fileName.slice(fileName.lastIndexOf('/') + 1);
  return [as('file name', own), as('file name', own.replace(/\.[A-Za-z0-9]{1,5}$/, ''))];
};

const inWords = (text: string): string => {
  const words = text.replaceAll('-', ' ').replaceAll('_', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
};

const rules: Rules = {
  item: ({ id, identifiers }) => ({ title: `Item ${id}`, names: numbersOf(identifiers) }),
  supplier: ({ id, name, identifiers }) => ({
    title: `Supplier ${name}`,
    names: [as('name', name), as('supplier', id), ...numbersOf(identifiers)],
  }),
  location: ({ name, identifiers }) => ({
    title: `Location ${name}`,
    names: [as('name', name), ...numbersOf(identifiers)],
  }),
  document: ({ fileName, sha256 }) => ({
    title: `File ${fileName}`,
    names: [...fileNames(fileName), as('check sum', sha256)],
  }),
  'forecast-release': ({ fileName }) => ({
    title: `Forecast release of ${fileName}`,
    names: fileNames(fileName),
  }),
  'replenishment-run': ({ startedAt }) => ({ title: `Replenishment run of ${startedAt}`, names: [] }),
  proposal: ({ itemId, locationId }) => ({ title: `Proposal for ${itemId} at ${locationId}`, names: [] }),
  'purchase-order': ({ id, number, identifiers }) => ({
    title: `Purchase order ${number ?? id}`,
    names: [as('order number', number), ...numbersOf(identifiers)],
  }),
  'order-ledger': ({ orderNumber, supplierId }) => ({
    title: `Dialogue about order ${orderNumber} with ${supplierId}`,
    names: [as('order number', orderNumber)],
  }),
  'order-change': ({ sequence, purchaseOrderId }) => ({
    title: `Change ${sequence} of order ${purchaseOrderId}`,
    names: [],
  }),
  'cross-reference': ({ kind, theirs, ours, partnerId }) => ({
    title: `${theirs} of ${partnerId} is our ${kind} ${ours}`,
    names: [as("the partner's code", theirs), as('our code', ours)],
  }),
  partner: ({ name, id }) => ({ title: `Partner ${name}`, names: [as('name', name), as('partner', id)] }),
  interchange: ({ direction, controlNumber, fileName, partnerId = 'somebody unknown', ...more }) => ({
    title: `Interchange ${controlNumber ?? fileName} ${direction === 'in' ? 'from' : 'to'} ${partnerId}`,
    names: [
      as('control number', controlNumber),
      as('group control number', more.groupReference),
      as('what acknowledges it', more.acknowledgementId),
      ...fileNames(fileName),
    ],
  }),
  'partner-document': ({ kind, number, orderNumber, partnerId, edi, waitsFor }) => ({
    title: `${inWords(kind)} ${number ?? ''} of ${partnerId}`.replace('  ', ' '),
    names: [
      as("the document's own number", number),
      as('order number', orderNumber),
      as('transaction control number', edi?.transactionReference),
      as('code it waits for', waitsFor),
    ],
  }),
  'expected-shipment': ({ number, supplierId, identifiers }) => ({
    title: `Shipment ${number} of ${supplierId}`,
    names: [as('shipment number', number), ...numbersOf(identifiers)],
  }),
  'goods-receipt': ({ number, identifiers }) => ({
    title: `Goods receipt ${number}`,
    names: [as('receipt number', number), ...numbersOf(identifiers)],
  }),
  invoice: ({ number, systemNumber, supplierId }) => ({
    title: `Invoice ${number} of ${supplierId}`,
    names: [as('invoice number', number), as('number in the ERP', systemNumber)],
  }),
  exception: ({ title, about: { orderNumber, crossReferenceId, partnerDocumentId, interchangeId } }) => ({
    title,
    names: [
      as('order number', orderNumber),
      as('code it is about', crossReferenceId),
      as('document it is about', partnerDocumentId),
      as('interchange it is about', interchangeId),
    ],
  }),
  'dead-letter': ({ queue, carries, seenAs }) => ({
    title: `Dead letter of ${queue}: ${carries.name}`,
    names: [...seenAs.map(({ messageId }) => as('message id', messageId)), as('record', carries.recordId)],
  }),
  redrive: ({ queue }) => ({ title: `Redrive of ${queue}`, names: [] }),
  replay: ({ consumer }) => ({ title: `Replay to ${consumer}`, names: [] }),
};

/** Of these one pull or run makes many under one correlation, beside which the rest would not be seen. */
const notByCorrelation: ReadonlySet<RecordType> = new Set(['item', 'supplier', 'location', 'proposal']);

/** Every name a record is found under: its own, its id and the id of everything it came with. */
export function namesOf({ type, id, body, correlationId, updatedAt }: KnownRecord): readonly NamedRecord[] {
  // The body is of the type it is filed under.
  const rule = rules[type] as ((body: unknown) => Called) | undefined;
  if (!rule) return [];
  const { title, names } = rule(body);
  const found = { type, id, title: title.trim().slice(0, 200), at: updatedAt };
  const correlation = notByCorrelation.has(type) ? undefined : as('correlation id', correlationId);
  return [...names, as('id', id), correlation].flatMap((known) =>
    known ? [{ name: known.name, found: { ...found, matched: known.matched } }] : [],
  );
}

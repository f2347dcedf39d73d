import * as z from 'zod';
import { dateOfInstant } from '#core/kernel/dates.ts';
import { problem } from '#core/kernel/problem.ts';
import { fail, ok, type Result } from '#core/kernel/result.ts';
import type {
  DocumentCapabilities,
  DocumentPort,
  OrderAmendment,
  SystemDocument,
} from '#platform/posting/system-of-record.ts';
import { amendmentLine } from './amendment-lines.ts';
import type { TrytonClient } from './client.ts';
import { recordNumber } from './native-numbers.ts';
import { productNumbers } from './order-numbers.ts';
import { orderedProducts } from './ordered-products.ts';
import type { TrytonParts } from './parts.ts';
import { type PurchaseInSystem, purchasesInSystem } from './purchase-in-system.ts';
import { instantValue, wireDate } from './wire.ts';

const amendmentRow = z.object({
  id: z.int(),
  description: z.string().nullable(),
  state: z.enum(['draft', 'validated']),
  create_date: instantValue,
  'purchase.': z.object({ number: z.string().nullable() }),
  _timestamp: z.union([z.string(), z.number()]).nullable(),
});
type AmendmentRow = z.infer<typeof amendmentRow>;

/**
 * Amendments of purchases in Tryton (module purchase_amendment): drafts with our reference as description that are
 * validated once. A draft is removed by deleting it; a validated one cannot be undone.
 */
export const amendments = (
  parts: TrytonParts,
  capabilities: DocumentCapabilities,
): DocumentPort<OrderAmendment> => ({
  capabilities,
  createDraft: (amendment, reference) => createAmendment(parts, amendment, reference),
  findByReference: async (reference) => {
    const rows = await readAmendments(parts.client, [['description', '=', reference]]);
    return rows.ok ? ok(rows.value.map(asDocument)) : rows;
  },
  confirm: (nativeId, amendment) => validateAmendment(parts, nativeId, amendment),
  discardDraft: (nativeId) => deleteAmendment(parts.client, nativeId),
  read: async (nativeId) => {
    const row = await readAmendment(parts.client, nativeId);
    if (!row.ok || !row.value) return row.ok ? ok(undefined) : row;
    return ok({ ...asDocument(row.value), reference: row.value.description ?? '' });
  },
});

async function createAmendment(
  parts: TrytonParts,
  amendment: OrderAmendment,
  reference: string,
): Promise<Result<SystemDocument>> {
  const purchase = await purchaseOf(parts, amendment);
  if (!purchase.ok) return purchase;
  const lines = await linesValues(parts, amendment, purchase.value);
  if (!lines.ok) return lines;
  const date = wireDate(dateOfInstant(parts.clock.now()));
  const values = { purchase: purchase.value.id, date, description: reference };
  const created = await parts.client.write({
    method: 'model.purchase.amendment.create',
    params: [[{ ...values, lines: [['create', lines.value]] }]],
    answer: z.tuple([z.int()]),
  });
  if (!created.ok) return created;
  return ok({ nativeId: String(created.value[0]), state: 'draft', createdAt: parts.clock.now() });
}

async function purchaseOf(
  { client }: TrytonParts,
  { nativeId }: OrderAmendment,
): Promise<Result<PurchaseInSystem>> {
  const found = await purchasesInSystem(client, [nativeId]);
  if (!found.ok) return found;
  const purchase = found.value.get(nativeId);
  if (!purchase) return refused(`There is no purchase ${nativeId} in the ERP.`);
  if (purchase.state === 'processing' || purchase.state === 'done') return ok(purchase);
  // Confirmed and not processed yet: a matter of moments.
  if (purchase.state === 'confirmed') {
    return fail(problem('system-stale', `Purchase ${nativeId} is not processed in the ERP yet.`));
  }
  return refused(`Purchase ${purchase.number ?? nativeId} is ${purchase.state} in the ERP.`);
}

async function linesValues(
  { client, records, system }: TrytonParts,
  { change }: OrderAmendment,
  purchase: PurchaseInSystem,
): Promise<Result<readonly object[]>> {
  const wanted = change.lines.map(({ itemId }) => itemId);
  const numbers = await productNumbers(records, system, wanted);
  if (!numbers.ok) return numbers;
  const products = await orderedProducts(client, [...numbers.value.values()]);
  if (!products.ok) return products;
  const values: object[] = [];
  for (const line of change.lines) {
    const standing = purchase.lines.find(({ lineNumber }) => lineNumber === line.lineNumber);
    const product = products.value.get(numbers.value.get(line.itemId) ?? -1);
    const made = amendmentLine(line, standing, product);
    if (!made.ok) return made;
    values.push(made.value);
  }
  return ok(values);
}

/** The draft repeats what the order was when it was made: what has arrived since must still fit. */
async function validateAmendment(
  parts: TrytonParts,
  nativeId: string,
  amendment: OrderAmendment,
): Promise<Result<SystemDocument>> {
  const { client } = parts;
  const row = await readAmendment(client, nativeId);
  if (!row.ok) return row;
  if (!row.value) return refused(`There is no amendment ${nativeId} in the ERP.`);
  if (row.value.state === 'validated') return ok(asDocument(row.value));
  const purchase = await purchaseOf(parts, amendment);
  if (!purchase.ok) return purchase;
  const fitting = await linesValues(parts, amendment, purchase.value);
  if (!fitting.ok) return fitting;
  const validated = await client.write({
    method: 'model.purchase.amendment.validate_amendment',
    params: [[row.value.id]],
    answer: z.unknown(),
    context: {
      _timestamp: {
        ...timestampOf(row.value),
        [`purchase.purchase,${purchase.value.id}`]: purchase.value._timestamp,
      },
    },
  });
  if (!validated.ok && validated.problem.code !== 'system-refused') return validated;
  // Who comes second is told that it may not: the outcome is read.
  const after = await readAmendment(client, nativeId);
  if (!after.ok) return fail(problem('outcome-unknown', `Amendment ${nativeId} cannot be read again.`));
  if (after.value?.state === 'validated') return ok(asDocument(after.value));
  return validated.ok ? refused(`Amendment ${nativeId} was not validated by the ERP.`) : validated;
}

async function deleteAmendment(client: TrytonClient, nativeId: string): Promise<Result<void>> {
  const row = await readAmendment(client, nativeId);
  if (!row.ok || !row.value) return row.ok ? ok(undefined) : row;
  if (row.value.state === 'validated') return refused(`Amendment ${nativeId} is validated in the ERP.`);
  const deleted = await client.write({
    method: 'model.purchase.amendment.delete',
    params: [[row.value.id]],
    answer: z.unknown(),
    context: { _timestamp: timestampOf(row.value) },
  });
  return deleted.ok ? ok(undefined) : deleted;
}

const fields = ['description', 'state', 'create_date', 'purchase.number', '_timestamp'];

const readAmendments = (
  client: TrytonClient,
  domain: readonly unknown[],
): Promise<Result<readonly AmendmentRow[]>> =>
  client.read({
    method: 'model.purchase.amendment.search_read',
    params: [domain, 0, null, [['id', 'ASC']], fields],
    answer: z.array(amendmentRow),
  });

async function readAmendment(
  client: TrytonClient,
  nativeId: string,
): Promise<Result<AmendmentRow | undefined>> {
  const number = recordNumber(nativeId);
  if (number === undefined) return ok(undefined);
  const rows = await readAmendments(client, [['id', '=', number]]);
  return rows.ok ? ok(rows.value[0]) : rows;
}

const timestampOf = ({ id, _timestamp }: AmendmentRow) => ({ [`purchase.amendment,${id}`]: _timestamp });

/** An amendment has no number of its own: people know it by its order's. */
const asDocument = ({ id, state, create_date, 'purchase.': { number } }: AmendmentRow): SystemDocument => ({
  nativeId: String(id),
  ...(number === null ? {} : { number }),
  state: state === 'validated' ? 'confirmed' : 'draft',
  createdAt: create_date,
});

const refused = (detail: string) => fail(problem('system-refused', detail));

/** What the documents exchanged with partners say, by their kind: an object each, in the documents bucket. */
import type * as z from 'zod';
import type { ObjectStore } from '#core/kernel/objects.ts';
import { problem } from '#core/kernel/problem.ts';
import { fail, ok, type Result } from '#core/kernel/result.ts';
import { customerOrderSchema } from './customer-order.ts';
import type { PartnerDocument } from './interchange.ts';
import { orderAcknowledgementSchema } from './order-acknowledgement.ts';
import { orderChangeAnswerSchema, orderChangeSchema } from './order-change.ts';
import type { ReceivedDocument, SentDocument } from './partner-agreement.ts';
import { planningScheduleSchema } from './planning-schedule.ts';
import { productActivitySchema } from './product-activity.ts';
import { purchaseOrderSchema } from './purchase-order.ts';
import { shipNoticeSchema } from './ship-notice.ts';
import { supplierCatalogSchema } from './supplier-catalog.ts';
import { supplierInvoiceSchema } from './supplier-invoice.ts';
import { supplierStockSchema } from './supplier-stock.ts';

/** The canonical schema of each kind. */
export const partnerDocumentSchemas = {
  'order-acknowledgement': orderAcknowledgementSchema,
  'order-change-answer': orderChangeAnswerSchema,
  'ship-notice': shipNoticeSchema,
  'supplier-invoice': supplierInvoiceSchema,
  'supplier-stock': supplierStockSchema,
  'supplier-catalog': supplierCatalogSchema,
  'customer-order': customerOrderSchema,
  'purchase-order': purchaseOrderSchema,
  'order-change': orderChangeSchema,
  'planning-schedule': planningScheduleSchema,
  'product-activity': productActivitySchema,
} as const satisfies Record<ReceivedDocument | SentDocument, z.ZodType>;

export type CanonicalKind = keyof typeof partnerDocumentSchemas;
export type CanonicalDocument<K extends CanonicalKind> = z.infer<(typeof partnerDocumentSchemas)[K]>;

/** Where the canonical form of a document lies. It is written before the commit that names it. */
export const canonicalKeyOf = (partnerDocumentId: string): string =>
  `documents/canonical/${partnerDocumentId}.json`;

/** Keep what a document says, as JSON of its canonical form; its key. */
export async function keepCanonical(
  objects: Pick<ObjectStore, 'write'>,
  partnerDocumentId: string,
  json: string,
): Promise<string> {
  const key = canonicalKeyOf(partnerDocumentId);
  const content = new TextEncoder().encode(json);
  await objects.write('documents', key, content, { contentType: 'application/json' });
  return key;
}

/**
 * What a document says, when it is of this kind. Problems: `not-found` when it is of another kind, was never mapped,
 * or its object is gone; `record-invalid` when the object is not what its schema says.
 */
export async function readPartnerDocument<K extends CanonicalKind>(
  objects: Pick<ObjectStore, 'read'>,
  document: PartnerDocument,
  kind: K,
): Promise<Result<CanonicalDocument<K>>> {
  if (document.kind !== kind || document.canonicalKey === undefined)
    return fail(problem('not-found', `document ${document.id} holds no ${kind}`));
  const content = await objects.read('documents', document.canonicalKey);
  if (!content) return fail(problem('not-found', `${document.canonicalKey} is gone`));
  const schema: z.ZodType = partnerDocumentSchemas[kind];
  const parsed = schema.safeParse(JSON.parse(await textOf(content)));
  if (parsed.success) return ok(parsed.data as CanonicalDocument<K>);
  const [issue] = parsed.error.issues;
  return fail(
    problem('record-invalid', `${document.canonicalKey}: ${issue?.path.join('.')} ${issue?.message}`),
  );
}

async function textOf(content: AsyncIterable<Uint8Array>): Promise<string> {
  const decoder = new TextDecoder();
  let text = '';
  for await (const piece of content) text += decoder.decode(piece, { stream: true });
  return text + decoder.decode();
}

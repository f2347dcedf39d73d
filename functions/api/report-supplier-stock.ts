import { dynamoRecords } from '#adapters/dynamodb/records.ts';
import { apiWriteHandler } from '#adapters/lambda/api-write-handler.ts';
import { s3Objects } from '#adapters/s3/objects.ts';
import { submissionOf } from '#api/answers/submission-of.ts';
import { apiOperation } from '#api/operation.ts';
import { present } from '#api/resources/resource.ts';
import { reportSupplierStock } from '#api/routes/supplier-orders.ts';
import { supplierStockOf } from '#api/submissions/stock.ts';
import { type SubmitPorts, submitPartnerDocument } from '#business/purchasing/submit-partner-document.ts';
import { systemClock } from '#core/kernel/clock.ts';
import { ok } from '#core/kernel/result.ts';

export const operation = (ports: SubmitPorts) =>
  apiOperation(reportSupplierStock, async ({ body }, context) => {
    const submitted = await submitPartnerDocument(ports, {
      ...submissionOf(context),
      kind: 'supplier-stock',
      content: supplierStockOf(body),
      ...(body.number === undefined ? {} : { number: body.number }),
      orderNumbers: [],
    });
    return submitted.ok ? ok(present(submitted.value)) : submitted;
  });

export const handler = apiWriteHandler(
  operation({ records: dynamoRecords(), objects: s3Objects(), clock: systemClock }),
);

import { dynamoRecords } from '#adapters/dynamodb/records.ts';
import { apiHandler } from '#adapters/lambda/api-handler.ts';
import { listRecords } from '#api/answers/list-records.ts';
import { apiOperation, partnerOf } from '#api/operation.ts';
import { listSupplierInterchanges } from '#api/routes/supplier-interchanges.ts';
import type { Records } from '#core/kernel/records.ts';
import { ok } from '#core/kernel/result.ts';
import { isWaiting } from '#edi/exchange/collect.ts';

export const operation = (records: Records) =>
  apiOperation(listSupplierInterchanges, async ({ query }, context) => {
    const scope = partnerOf(context).id;
    const list = { list: 'interchanges-by-partner', scope, order: 'descending' } as const;
    const page = await listRecords(records, 'interchange', list, query);
    if (!page.ok || query.waiting === undefined) return page;
    return ok({ ...page.value, entries: page.value.entries.filter(isWaiting) });
  });

export const handler = apiHandler(operation(dynamoRecords()));

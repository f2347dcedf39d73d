import { dynamoRecords } from '#adapters/dynamodb/records.ts';
import { dynamoSettings } from '#adapters/dynamodb/settings.ts';
import { apiHandler } from '#adapters/lambda/api-handler.ts';
import { apiOperation } from '#api/operation.ts';
import { listPartners as route } from '#api/routes/partners.ts';
import { listPartners } from '#business/partners/list-partners.ts';
import { ok } from '#core/kernel/result.ts';

export const operation = (ports: Parameters<typeof listPartners>[0]) =>
  apiOperation(route, async ({ query: { limit, cursor } }) => {
    const page = await listPartners(ports, { limit, ...(cursor !== undefined && { cursor }) });
    return ok({
      entries: [...page.entries],
      ...(page.cursor !== undefined && { nextCursor: page.cursor }),
    });
  });

export const handler = apiHandler(operation({ records: dynamoRecords(), settings: dynamoSettings() }));

import { dynamoRecords } from '#adapters/dynamodb/records.ts';
import { dynamoSettings } from '#adapters/dynamodb/settings.ts';
import { apiHandler } from '#adapters/lambda/api-handler.ts';
import { apiOperation } from '#api/operation.ts';
import { getPartner as route } from '#api/routes/partners.ts';
import { getPartner } from '#business/partners/list-partners.ts';

export const operation = (ports: Parameters<typeof getPartner>[0]) =>
  apiOperation(route, ({ params: { partnerId } }) => getPartner(ports, partnerId));

export const handler = apiHandler(operation({ records: dynamoRecords(), settings: dynamoSettings() }));

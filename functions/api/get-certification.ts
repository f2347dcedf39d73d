import { dynamoSettings } from '#adapters/dynamodb/settings.ts';
import { apiHandler } from '#adapters/lambda/api-handler.ts';
import { s3Objects } from '#adapters/s3/objects.ts';
import { apiOperation } from '#api/operation.ts';
import { getCertification as route } from '#api/routes/partners.ts';
import { getCertification } from '#business/partners/certify-partner.ts';

export const operation = (ports: Parameters<typeof getCertification>[0]) =>
  apiOperation(route, ({ params: { partnerId } }) => getCertification(ports, partnerId));

export const handler = apiHandler(operation({ settings: dynamoSettings(), objects: s3Objects() }));

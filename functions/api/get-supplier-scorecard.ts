import { dynamoRecords } from '#adapters/dynamodb/records.ts';
import { dynamoSettings } from '#adapters/dynamodb/settings.ts';
import { apiHandler } from '#adapters/lambda/api-handler.ts';
import { apiOperation } from '#api/operation.ts';
import { getSupplierScorecard } from '#api/routes/supplier-flow.ts';
import { type MeasurePorts, supplierScorecard } from '#business/measures/supplier-scorecard.ts';
import { systemClock } from '#core/kernel/clock.ts';

export const operation = (ports: MeasurePorts) =>
  apiOperation(getSupplierScorecard, ({ params }) => supplierScorecard(ports, params));

export const handler = apiHandler(
  operation({ records: dynamoRecords(), settings: dynamoSettings(), clock: systemClock }),
);

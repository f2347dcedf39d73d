import { dynamoRecords } from '#adapters/dynamodb/records.ts';
import { apiWriteHandler } from '#adapters/lambda/api-write-handler.ts';
import { decisionOf } from '#api/answers/decision-of.ts';
import { orOwnResult } from '#api/answers/own-result.ts';
import { apiOperation } from '#api/operation.ts';
import { present } from '#api/resources/resource.ts';
import { approveForecastRelease as route } from '#api/routes/forecast-releases.ts';
import { approveForecastRelease, approverOf } from '#business/forecasting/approve-forecast-release.ts';
import { type Clock, systemClock } from '#core/kernel/clock.ts';
import type { Records } from '#core/kernel/records.ts';
import { ok } from '#core/kernel/result.ts';

interface Ports {
  readonly records: Records;
  readonly clock: Clock;
}

export const operation = (ports: Ports) =>
  apiOperation(route, async ({ params: { releaseId }, body: { reason } }, context) => {
    const approved = await approveForecastRelease(ports, { releaseId, ...decisionOf(context, reason) });
    const target = { records: ports.records, type: 'forecast-release', id: releaseId } as const;
    const result = await orOwnResult(
      approved,
      context,
      target,
      ({ body }) => body.state === 'approved' && body.approvedBy === approverOf(context.actor),
    );
    return result.ok ? ok(present(result.value)) : result;
  });

export const handler = apiWriteHandler(operation({ records: dynamoRecords(), clock: systemClock }));

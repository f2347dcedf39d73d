import { dynamoRecords } from '#adapters/dynamodb/records.ts';
import { apiWriteHandler } from '#adapters/lambda/api-write-handler.ts';
import { decisionOf } from '#api/answers/decision-of.ts';
import { orOwnResult } from '#api/answers/own-result.ts';
import { apiOperation } from '#api/operation.ts';
import { present } from '#api/resources/resource.ts';
import { rejectForecastRelease as route } from '#api/routes/forecast-releases.ts';
import { rejectHeldRelease } from '#business/forecasting/reject-held-release.ts';
import type { Records } from '#core/kernel/records.ts';
import { ok } from '#core/kernel/result.ts';

export const operation = (records: Records) =>
  apiOperation(route, async ({ params: { releaseId }, body: { reason } }, context) => {
    const decision = { ...decisionOf(context, reason), reason };
    const rejected = await rejectHeldRelease({ records }, { releaseId, ...decision });
    const target = { records, type: 'forecast-release', id: releaseId } as const;
    const isIt = ({
      body,
    }: {
      readonly body: { readonly state: string; readonly reasons: readonly string[] };
    }) => body.state === 'rejected' && body.reasons[0] === reason;
    const result = await orOwnResult(rejected, context, target, isIt);
    return result.ok ? ok(present(result.value)) : result;
  });

export const handler = apiWriteHandler(operation(dynamoRecords()));

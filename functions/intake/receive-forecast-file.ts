import { dynamoRecords } from '#adapters/dynamodb/records.ts';
import { count } from '#adapters/lambda/metrics.ts';
import { queueHandler } from '#adapters/lambda/queue-handler.ts';
import type { TaskContext } from '#adapters/lambda/task-handler.ts';
import { s3Objects } from '#adapters/s3/objects.ts';
import { releaseWorkflow } from '#adapters/stepfunctions/workflow.ts';
import { systemClock } from '#core/kernel/clock.ts';
import { correlationIdSchema } from '#core/kernel/correlation.ts';
import { isRetryable } from '#core/kernel/problem.ts';
import { ok } from '#core/kernel/result.ts';
import { type KeepForecastPorts, keepForecastFile } from '#platform/intake/keep-forecast-file.ts';
import { isManifest } from '#platform/intake/manifest.ts';
import { dropOf, type ObjectCreated, objectCreatedSchema } from '#platform/intake/object-created.ts';

type Context = Pick<TaskContext, 'correlationId' | 'logger'>;

/** A file that is gone or too large to keep stays so: it is logged and counted, and the message is done with. */
export const receive = (ports: KeepForecastPorts) => async (event: ObjectCreated, context: Context) => {
  const { key } = event.detail.object;
  if (isManifest(key)) return ok({ ignored: key });
  const metadata = await ports.objects.metadata('landing', key);
  const given = correlationIdSchema.safeParse(metadata?.['correlation-id']);
  const correlationId = given.success ? given.data : context.correlationId;
  const from = event.detail.requester ?? 'landing bucket';
  const kept = await keepForecastFile(ports, { key, drop: dropOf(event), from, correlationId });
  if (kept.ok) {
    const { documentId, first } = kept.value;
    context.logger.info('document kept', { documentId, first, correlationId: kept.value.correlationId });
    return kept;
  }
  const { code, detail } = kept.problem;
  if (isRetryable(kept.problem)) return kept;
  context.logger.error('document not kept', { problem: { code, detail }, key, correlationId });
  count('DocumentsNotKept');
  return ok({ notKept: code });
};

const ports = () => ({
  records: dynamoRecords(),
  objects: s3Objects(),
  clock: systemClock,
  workflow: releaseWorkflow<{ documentId: string; correlationId: string }>(),
});

export const handler = queueHandler(objectCreatedSchema, (event, context) =>
  receive(ports())(event, context),
);

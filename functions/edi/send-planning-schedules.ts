import { exchangePorts } from '#adapters/exchange-ports.ts';
import { busQueueHandler } from '#adapters/lambda/bus-queue-handler.ts';
import { makePlanningSchedules } from '#business/replenishment/planning-schedule/make-planning-schedules.ts';
import { ok } from '#core/kernel/result.ts';
import type { ExchangePorts } from '#edi/exchange/ports.ts';
import { sendPlanningSchedule } from '#edi/exchange/send-report.ts';
import { replenishmentProposed } from '#events/replenishment-proposed/v1.ts';

/** Every schedule of a run under way to its supplier; one sent before stays sent. */
export async function sendAll(ports: ExchangePorts, runId: string, correlationId: string) {
  let sent = 0;
  for await (const { partnerId, schedule: document } of makePlanningSchedules(ports, { runId })) {
    const result = await sendPlanningSchedule(ports, { partnerId, document, correlationId });
    if (!result.ok) return result;
    if (typeof result.value === 'object' && 'id' in result.value) sent += 1;
  }
  return ok({ sent });
}

/** A run proposed what to order → 830 or DELFOR to the partners that agreed to hear it. */
export const handler = busQueueHandler(
  replenishmentProposed,
  async ({ runId }, { correlationId, logger }) => {
    const sent = await sendAll(exchangePorts(), runId, correlationId);
    if (sent.ok) logger.info('planning schedules', { runId, sent: sent.value.sent });
    return sent;
  },
);

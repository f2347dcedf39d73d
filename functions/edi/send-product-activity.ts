import { exchangePorts } from '#adapters/exchange-ports.ts';
import { scheduleHandler } from '#adapters/lambda/schedule-handler.ts';
import { listAll } from '#business/replenishment/list-all.ts';
import { makeProductActivity } from '#business/replenishment/product-activity/make-product-activity.ts';
import { addDays, dateOf, dateOfInstant, dayNumber, weekStart } from '#core/kernel/dates.ts';
import { ok } from '#core/kernel/result.ts';
import type { ExchangePorts } from '#edi/exchange/ports.ts';
import { sendProductActivity } from '#edi/exchange/send-report.ts';

/** The last whole week of every partner that agreed to hear it, once; one that fails keeps nothing from the others. */
export async function sendAll(ports: ExchangePorts, correlationId: string) {
  const from = addDays(dateOf(weekStart(dayNumber(dateOfInstant(ports.clock.now())))), -7);
  const period = { from, to: addDays(from, 6) };
  const counts = { sent: 0, failed: 0 };
  for await (const { id: partnerId } of listAll(ports.records, 'partner', 'partners')) {
    const agreement = (await ports.settings.get('partner', partnerId))?.value;
    const isTold = agreement?.status === 'active' && agreement.documents.send.includes('product-activity');
    if (!isTold) continue;
    const made = await makeProductActivity(ports, { partnerId, period });
    if (made.ok && !made.value) continue;
    const sent =
      made.ok && made.value
        ? await sendProductActivity(ports, { partnerId, document: made.value, correlationId })
        : made;
    if (!sent.ok) counts.failed += 1;
    else if (typeof sent.value === 'object' && 'id' in sent.value) counts.sent += 1;
  }
  return ok(counts);
}

/** Daily: the last week's stock and receipts of its items to every partner that wants them (852, SLSRPT). */
export const handler = scheduleHandler(({ correlationId }) => sendAll(exchangePorts(), correlationId));

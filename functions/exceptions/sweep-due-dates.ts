import { exchangePorts } from '#adapters/exchange-ports.ts';
import { count } from '#adapters/lambda/metrics.ts';
import { scheduleHandler } from '#adapters/lambda/schedule-handler.ts';
import { escalateExceptions } from '#business/exceptions/escalate-exceptions.ts';
import { blockOverdueInvoices } from '#business/finance/block-overdue-invoices.ts';
import { noticeSilence } from '#business/partners/notice-silence.ts';
import { chaseAnswers } from '#business/purchasing/chase-answers.ts';
import { ok } from '#core/kernel/result.ts';
import { chaseAcknowledgements } from '#edi/exchange/chase-acknowledgements.ts';
import type { ExchangePorts } from '#edi/exchange/ports.ts';

/** Everything with a due date, each found by its own list. What fails keeps nothing of the others from being found. */
export async function sweep(ports: ExchangePorts) {
  // Silence is counted in days: once an hour is soon enough.
  const isFullHour = ports.clock.now().slice(14, 16) === '00';
  const swept = {
    answers: await chaseAnswers(ports),
    acknowledgements: await chaseAcknowledgements(ports),
    invoices: await blockOverdueInvoices(ports),
    partners: isFullHour ? await noticeSilence(ports) : ok({ silent: 0 }),
    exceptions: await escalateExceptions(ports),
  };
  const failed = Object.values(swept).find((result) => !result.ok);
  if (failed && !failed.ok) return failed;
  const did = Object.entries(swept).map(([name, result]) => [name, result.ok ? result.value : undefined]);
  return ok(Object.fromEntries(did));
}

/** Sweep: answers, acknowledgements, invoices, partners and exceptions that are overdue. */
export const handler = scheduleHandler(async () => {
  const swept = await sweep(exchangePorts());
  if (swept.ok) count('ExceptionsEscalated', swept.value.exceptions?.escalated ?? 0);
  return swept;
});

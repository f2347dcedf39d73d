import { exchangePorts } from '#adapters/exchange-ports.ts';
import { scheduleHandler } from '#adapters/lambda/schedule-handler.ts';
import { escalateExceptions } from '#business/exceptions/escalate-exceptions.ts';
import { blockOverdueInvoices } from '#business/finance/block-overdue-invoices.ts';
import { noticeSilence } from '#business/partners/notice-silence.ts';
import { chaseAnswers } from '#business/purchasing/chase-answers.ts';
import { ok, type Result } from '#core/kernel/result.ts';
import { chaseAcknowledgements } from '#edi/exchange/chase-acknowledgements.ts';
import type { ExchangePorts } from '#edi/exchange/ports.ts';
import { tellGaps } from '#edi/exchange/tell-gaps.ts';

/** Everything with a due date. What fails, or even throws, keeps none of the others from being found. */
export async function sweep(ports: ExchangePorts): Promise<Result<Readonly<Record<string, object>>>> {
  // Silence is counted in days: once an hour is soon enough.
  const isFullHour = ports.clock.now().slice(14, 16) === '00';
  const searches: readonly (readonly [string, () => Promise<Result<object>>])[] = [
    ['answers', () => chaseAnswers(ports)],
    ['acknowledgements', () => chaseAcknowledgements(ports)],
    ['controlNumbers', () => tellGaps(ports)],
    ['invoices', () => blockOverdueInvoices(ports)],
    ...(isFullHour ? [['partners', () => noticeSilence(ports)] as const] : []),
    ['exceptions', () => escalateExceptions(ports)],
  ];
  const did: Record<string, object> = {};
  const failed: (() => Result<never>)[] = [];
  for (const [name, search] of searches) {
    try {
      const found = await search();
      if (found.ok) did[name] = found.value;
      else failed.push(() => found);
    } catch (thrown) {
      failed.push(() => {
        throw thrown;
      });
    }
  }
  return failed[0]?.() ?? ok(did);
}

/** Sweep: answers, acknowledgements, invoices, partners and exceptions that are overdue. */
export const handler = scheduleHandler(() => sweep(exchangePorts()));

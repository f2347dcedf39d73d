import { deadLetterPorts } from '#adapters/dead-letters/ports.ts';
import { count } from '#adapters/lambda/metrics.ts';
import { scheduleHandler } from '#adapters/lambda/schedule-handler.ts';
import { problem } from '#core/kernel/problem.ts';
import { fail, ok } from '#core/kernel/result.ts';
import { indexDeadLetters } from '#platform/dead-letters/index-dead-letters.ts';

/** What is let go of takes some seconds at the end. */
const RESERVED_MS = 15_000;

const ports = deadLetterPorts();

/** Every minute → each message in a dead-letter queue has its record; what left is noticed. */
export const handler = scheduleHandler(async ({ remaining }) => {
  const { indexed, failed } = await indexDeadLetters(ports, () => remaining() < RESERVED_MS);
  count(
    'DeadLettersSeen',
    indexed.reduce((sum, { seen }) => sum + seen, 0),
  );
  if (failed.length === 0) return ok({ indexed });
  const [{ queue, because } = { queue: '', because: '' }] = failed;
  const detail = `${failed.length} queues could not be looked through; ${queue}: ${because}`;
  return fail(problem('temporarily-unavailable', detail));
});

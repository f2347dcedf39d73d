import { movePorts } from '#adapters/dead-letters/ports.ts';
import { apiWriteHandler } from '#adapters/lambda/api-write-handler.ts';
import { presentDeadLetter } from '#api/answers/dead-letter.ts';
import { decisionOf } from '#api/answers/decision-of.ts';
import { orOwnResult } from '#api/answers/own-result.ts';
import { apiOperation } from '#api/operation.ts';
import { moveDeadLetter as route } from '#api/routes/dead-letters.ts';
import { ok } from '#core/kernel/result.ts';
import { type MovePorts, moveDeadLetter } from '#platform/dead-letters/move-dead-letter.ts';

export const operation = (ports: MovePorts) =>
  apiOperation(route, async ({ params: { deadLetterId }, body: { reason, owner, title } }, context) => {
    const wish = { ...decisionOf(context, reason), deadLetterId, reason, owner, title };
    const target = { records: ports.records, type: 'dead-letter', id: deadLetterId } as const;
    const result = await orOwnResult(
      await moveDeadLetter(ports, wish),
      context,
      target,
      ({ body }) => body.state === 'moved' && body.settled?.by === context.actor.id,
    );
    return result.ok ? ok(presentDeadLetter(result.value)) : result;
  });

export const handler = apiWriteHandler(operation(movePorts()));

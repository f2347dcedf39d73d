import { movePorts } from '#adapters/dead-letters/ports.ts';
import { apiHandler } from '#adapters/lambda/api-handler.ts';
import { apiWriteHandler, type WritePorts } from '#adapters/lambda/api-write-handler.ts';
import type { Clock } from '#core/kernel/clock.ts';
import type { ObjectStore } from '#core/kernel/objects.ts';
import type { Records } from '#core/kernel/records.ts';
import * as cancelRedrive from '#functions/api/cancel-redrive.ts';
import * as discardDeadLetter from '#functions/api/discard-dead-letter.ts';
import * as getDeadLetter from '#functions/api/get-dead-letter.ts';
import * as getRedrive from '#functions/api/get-redrive.ts';
import * as listDeadLetterQueues from '#functions/api/list-dead-letter-queues.ts';
import * as listDeadLetters from '#functions/api/list-dead-letters.ts';
import * as listRedrives from '#functions/api/list-redrives.ts';
import * as moveDeadLetter from '#functions/api/move-dead-letter.ts';
import * as rehearseDeadLetter from '#functions/api/rehearse-dead-letter.ts';
import * as startRedrive from '#functions/api/start-redrive.ts';
import type { DeadLetterQueues } from '#platform/dead-letters/ports.ts';
import type { RehearseConsumer } from '#platform/dead-letters/rehearse-dead-letter.ts';

export interface DeadLetterApiPorts {
  readonly records: Records;
  readonly objects: ObjectStore;
  readonly queues: DeadLetterQueues;
  readonly clock: Clock;
  readonly rehearse: RehearseConsumer;
}

/** The handlers of the dead-letters API on doubles. */
export const deadLetterHandlers = (ports: DeadLetterApiPorts, writing: WritePorts) => ({
  'list-dead-letter-queues': apiHandler(listDeadLetterQueues.operation(ports), writing.settings),
  'list-dead-letters': apiHandler(listDeadLetters.operation(ports.records), writing.settings),
  'get-dead-letter': apiHandler(getDeadLetter.operation(ports), writing.settings),
  'rehearse-dead-letter': apiHandler(rehearseDeadLetter.operation(ports), writing.settings),
  'discard-dead-letter': apiWriteHandler(discardDeadLetter.operation(ports), writing),
  'move-dead-letter': apiWriteHandler(
    moveDeadLetter.operation(movePorts(ports.records, ports.clock)),
    writing,
  ),
  'start-redrive': apiWriteHandler(startRedrive.operation(ports), writing),
  'list-redrives': apiHandler(listRedrives.operation(ports.records), writing.settings),
  'get-redrive': apiHandler(getRedrive.operation(ports.records), writing.settings),
  'cancel-redrive': apiWriteHandler(cancelRedrive.operation(ports), writing),
});

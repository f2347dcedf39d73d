import { documentClient } from '#adapters/dynamodb/client.ts';
import { dynamoRecords } from '#adapters/dynamodb/records.ts';
import { s3Objects } from '#adapters/s3/objects.ts';
import { sqsDeadLetterQueues } from '#adapters/sqs/dead-letter-queues.ts';
import { deployedQueues } from '#adapters/sqs/deployed-queues.ts';
import type { DeadLetter, Redrive, RedriveSelection } from '#core/canonical/dead-letter.ts';
import { systemClock } from '#core/kernel/clock.ts';
import { newCorrelationId } from '#core/kernel/correlation.ts';
import { derivedId } from '#core/kernel/identifiers.ts';
import { unwrap } from '#core/kernel/result.ts';
import { cancelRedrive } from '#platform/dead-letters/cancel-redrive.ts';
import { discardDeadLetter } from '#platform/dead-letters/discard-dead-letter.ts';
import { hintFor } from '#platform/dead-letters/hint.ts';
import { listQueues } from '#platform/dead-letters/list-queues.ts';
import type { DeadLetterPorts } from '#platform/dead-letters/ports.ts';
import { showBody } from '#platform/dead-letters/read-body.ts';
import { startRedrive } from '#platform/dead-letters/start-redrive.ts';
import { operator } from './settings.ts';
import type { StackOutputs } from './stack-outputs.ts';

export type DeadLetterCliPorts = Omit<DeadLetterPorts, 'notes'>;

/** Dead letters of a deployed environment, with the credentials of the shell. */
export function deadLetterPorts(outputs: StackOutputs, environment: string): DeadLetterCliPorts {
  const [table, auditTable] = [outputs('RecordsTableName'), outputs('AuditTableName')];
  return {
    queues: sqsDeadLetterQueues({
      queues: deployedQueues(outputs('DeadLetterQueues')),
      prefix: `crossdock-${environment}`,
    }),
    records: dynamoRecords({ client: documentClient(), table, auditTable }),
    objects: s3Objects({ bucketName: () => outputs('DocumentsBucketName') }),
    clock: systemClock,
  };
}

/** So many of one queue are listed. */
const LISTED = 100;

/** Every queue with what waits in it, or the dead letters of one queue; answers what to print. */
export async function listDead(ports: DeadLetterCliPorts, queue?: string): Promise<string> {
  if (queue !== undefined) return lettersOf(ports, queue);
  const queues = await listQueues(ports);
  const lines = queues
    .filter(({ waiting, messages }) => waiting + messages > 0)
    .map(({ name, waiting, oldest, classes, redriveId }) => {
      const of = classes.map((one) => `${one.class} ${one.count}`).join(', ');
      const since = oldest === undefined ? '' : ` since ${oldest}`;
      return `${name}: ${waiting}${since} (${of || 'not looked at yet'})${redriveId ? `, ${redriveId} runs` : ''}`;
    });
  return lines.length > 0 ? lines.join('\n') : `Nothing waits in ${queues.length} dead-letter queues.`;
}

async function lettersOf({ records }: DeadLetterCliPorts, queue: string): Promise<string> {
  const list = { list: 'dead-letters-by-queue', scope: `${queue}#waiting`, limit: LISTED } as const;
  const { entries, cursor } = await records.list('dead-letter', list);
  const lines = entries.map(({ body: { id, firstSeenAt, carries, died, returns } }) => {
    const poison = returns > 0 ? `, came back ${returns} times` : '';
    return `${id}  ${firstSeenAt}  ${carries.name}  ${died.class}${poison}`;
  });
  if (lines.length === 0) return `Nothing waits in ${queue}.`;
  return [...lines, ...(cursor === undefined ? [] : [`… and more than ${LISTED}`])].join('\n');
}

/** One dead letter with its message, or one redrive; answers what to print. */
export async function showDead({ records, objects }: DeadLetterCliPorts, id: string): Promise<string> {
  const redrive = await records.get('redrive', id);
  if (redrive) return inWords(redrive.body);
  const stored = await records.get('dead-letter', id);
  if (!stored) throw new Error(`not-found: there is no dead letter and no redrive ${id}.`);
  const { message, truncated } = await showBody(objects, stored.body);
  const hint = hintFor(stored.body);
  return [
    ...headOf(stored.body),
    ...(hint === undefined ? [] : [hint]),
    '',
    message,
    ...(truncated ? ['… the rest is in the documents bucket'] : []),
  ].join('\n');
}

const headOf = ({ queue, state, carries, about, died, returns, redrives, settled }: DeadLetter): string[] => [
  `${carries.name} in ${queue}: ${state}`,
  ...(about === undefined ? [] : [`correlation ${about}`]),
  `died of ${died.class}: ${died.detail}`,
  ...(returns > 0 ? [`came back ${returns} times: poison`] : []),
  ...redrives.map(({ redriveId, at, by }) => `redriven by ${by} at ${at} (${redriveId})`),
  ...(settled ? [`${state} by ${settled.by} at ${settled.at}: ${settled.reason}`] : []),
];

const inWords = ({ id, queue, state, counts, startedBy, startedAt, reason, failure }: Redrive): string =>
  `${id} of ${queue} is ${state}: ${counts.sent} sent, ${counts.skipped} not chosen, ${counts.failed} refused. ` +
  `Begun by ${startedBy} at ${startedAt}: ${reason}${failure === undefined ? '' : ` It failed: ${failure}`}`;

export interface RedriveOptions {
  readonly ids?: readonly string[];
  readonly all?: boolean;
  readonly class?: string;
  /** Messages a second. */
  readonly rate: number;
  readonly reason: string;
}

/** Have dead letters of a queue sent back; answers what to print. */
export async function redriveDead(
  ports: DeadLetterCliPorts,
  queue: string,
  options: RedriveOptions,
): Promise<string> {
  const correlationId = newCorrelationId();
  const { rate: perSecond, reason } = options;
  if (!Number.isInteger(perSecond) || perSecond < 1 || perSecond > 100)
    throw new Error('The rate is a whole number of messages a second, from 1 to 100.');
  const wish = { queue, selection: selectionOf(options), perSecond, reason, actor: operator() };
  const redriveId = derivedId('rd', correlationId);
  const { body } = unwrap(await startRedrive(ports, { ...wish, redriveId, correlationId }));
  return `${body.id} began. See how far it is: crossdock dlq show ${body.id}`;
}

/** Which are meant is said, never guessed. */
function selectionOf({ ids, all = false, class: of }: RedriveOptions): RedriveSelection {
  if (ids !== undefined && ids.length > 0 && !all && of === undefined) return { kind: 'some', ids: [...ids] };
  if (all && (ids === undefined || ids.length === 0))
    return of === undefined ? { kind: 'all' } : { kind: 'all', class: of };
  throw new Error('Say which: --ids <ids...>, or --all, or --all --class <class>.');
}

/** Stop a redrive; answers what to print. */
export async function cancelDead(ports: DeadLetterCliPorts, redriveId: string): Promise<string> {
  const wish = { redriveId, actor: operator(), correlationId: newCorrelationId() };
  return inWords(unwrap(await cancelRedrive(ports, wish)).body);
}

/** Discard one dead letter for good; answers what to print. */
export async function discardDead(
  ports: DeadLetterCliPorts,
  deadLetterId: string,
  reason: string,
): Promise<string> {
  const stored = await ports.records.get('dead-letter', deadLetterId);
  if (!stored) throw new Error(`not-found: there is no dead letter ${deadLetterId}.`);
  const decision = { deadLetterId, reason, expectedVersion: stored.version, actor: operator() };
  unwrap(await discardDeadLetter(ports, { ...decision, correlationId: newCorrelationId() }));
  return `${deadLetterId} is discarded; its message is deleted within a minute, its content stays.`;
}

import {
  BatchGetCommand,
  type BatchGetCommandInput,
  type BatchGetCommandOutput,
  type DynamoDBDocumentClient,
  PutCommand,
} from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import { documentClient } from '#adapters/dynamodb/client.ts';
import { backOff, orUnavailable, unavailable } from '#adapters/dynamodb/retry.ts';
import { environmentVariable } from '#adapters/lambda/environment.ts';
import { instantSchema } from '#core/kernel/dates.ts';
import { ProblemError } from '#core/kernel/problem.ts';
import type { FailureNote, FailureNotes } from '#platform/dead-letters/ports.ts';

/** A message is dead for 14 days at most, and was tried for some before. */
const KEPT_DAYS = 30;
/** A note may cost a failing function so much and no more. */
const WITHIN_MS = 2_000;
const keysPerBatch = 100;
const attempts = 6;
const what = 'The read model';

const keyOf = (messageId: string) => ({ pk: `FAILURE#${messageId}`, sk: 'HEAD' });

const itemSchema = z.looseObject({
  pk: z.string(),
  code: z.string(),
  detail: z.string(),
  function: z.string(),
  at: instantSchema,
});

/** Keep why a message failed, in place of what was noted before. Throws when that takes longer than two seconds. */
export async function noteFailure(
  messageId: string,
  note: FailureNote,
  options: { readonly client?: DynamoDBDocumentClient; readonly table?: string } = {},
): Promise<void> {
  const { client = documentClient(), table = environmentVariable('READ_MODEL_TABLE') } = options;
  const expiresAt = Math.floor(Date.parse(note.at) / 1000) + KEPT_DAYS * 86_400;
  const Item = { ...keyOf(messageId), ...note, detail: note.detail.slice(0, 1000), expiresAt };
  const command = new PutCommand({ TableName: table, Item });
  await client.send(command, { abortSignal: AbortSignal.timeout(WITHIN_MS) });
}

/** What was noted, in the read model's table of the environment unless another is named. */
export function dynamoFailureNotes(
  options: { readonly client?: DynamoDBDocumentClient; readonly table?: string } = {},
): FailureNotes {
  const { client = documentClient(), table = environmentVariable('READ_MODEL_TABLE') } = options;
  return {
    of: async (messageIds) => {
      const notes = new Map<string, FailureNote>();
      const distinct = [...new Set(messageIds)];
      for (let start = 0; start < distinct.length; start += keysPerBatch) {
        const items = await readItems(client, table, distinct.slice(start, start + keysPerBatch).map(keyOf));
        for (const item of items) {
          const { pk, code, detail, function: of, at } = itemSchema.parse(item);
          notes.set(pk.replace('FAILURE#', ''), { code, detail, function: of, at });
        }
      }
      return notes;
    },
  };
}

/** DynamoDB may leave keys out when it has too much to do: those are asked for again, more slowly. */
async function readItems(
  client: DynamoDBDocumentClient,
  table: string,
  Keys: Record<string, unknown>[],
): Promise<readonly unknown[]> {
  const found: unknown[] = [];
  let pending: BatchGetCommandInput['RequestItems'] = { [table]: { Keys } };
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    if (attempt > 0) await backOff(attempt);
    const command = new BatchGetCommand({ RequestItems: pending });
    const answer: BatchGetCommandOutput = await orUnavailable(what, client.send(command));
    found.push(...(answer.Responses?.[table] ?? []));
    pending = answer.UnprocessedKeys;
    if (!pending?.[table]) return found;
  }
  throw new ProblemError(unavailable(what));
}

import * as z from 'zod';
import type { DryAnswer } from './aws-call.ts';
import { type DryRun, noteEffect } from './dry-run.ts';

/** Calls of DynamoDB in a dry run, as the document client makes them: what was written is read again by its key. */

const itemSchema = z.record(z.string(), z.unknown());
type Item = z.infer<typeof itemSchema>;

const write = z.looseObject({
  TableName: z.string(),
  Item: itemSchema.optional(),
  Key: itemSchema.optional(),
});
const transaction = z.looseObject({
  TransactItems: z.array(
    z.looseObject({
      Put: write.optional(),
      Update: write.optional(),
      Delete: write.optional(),
      ConditionCheck: write.optional(),
    }),
  ),
});
const batchRead = z.looseObject({
  RequestItems: z.record(z.string(), z.looseObject({ Keys: z.array(itemSchema) })),
});
const batchAnswer = z.looseObject({ Responses: z.record(z.string(), z.array(itemSchema)).optional() });

type Write = z.infer<typeof write>;

export const itemCalls: Readonly<Record<string, DryAnswer>> = {
  GetItemCommand: async ({ items }, { input, go }) => {
    const { TableName, Key } = write.parse(input);
    const key = keyOf(TableName, Key);
    return items.has(key) ? { Item: items.get(key) } : go();
  },
  BatchGetItemCommand: async ({ items }, { input, go }) => {
    const answer = batchAnswer.parse(await go());
    const Responses = { ...answer.Responses };
    for (const [table, { Keys }] of Object.entries(batchRead.parse(input).RequestItems)) {
      const ours = Keys.map((key) => keyOf(table, key)).filter((key) => items.has(key));
      const others = (Responses[table] ?? []).filter((item) => !ours.includes(keyOf(table, item)));
      Responses[table] = [
        ...others,
        ...ours.map((key) => items.get(key)).filter((item) => item !== undefined),
      ];
    }
    return { ...answer, Responses };
  },
  PutItemCommand: async (dry, { input }) => {
    put(dry, write.parse(input));
    return {};
  },
  UpdateItemCommand: async (dry, { input }) => {
    update(dry, write.parse(input));
    return {};
  },
  DeleteItemCommand: async (dry, { input }) => {
    remove(dry, write.parse(input));
    return {};
  },
  TransactWriteItemsCommand: async (dry, { input }) => {
    for (const { Put, Update, Delete } of transaction.parse(input).TransactItems) {
      if (Put) put(dry, Put);
      if (Update) update(dry, Update);
      if (Delete) remove(dry, Delete);
    }
    return {};
  },
};

function put(dry: DryRun, { TableName, Item = {} }: Write): void {
  dry.items.set(keyOf(TableName, Item), Item);
  const said = inWords(TableName, Item);
  if (said) noteEffect(dry, ...said);
}

const update = (dry: DryRun, { TableName, Key = {} }: Write): void =>
  noteEffect(dry, 'change', `${TableName} ${String(Key.pk)}`);

function remove(dry: DryRun, { TableName, Key = {} }: Write): void {
  dry.items.set(keyOf(TableName, Key), undefined);
  if (!String(Key.pk).startsWith('ALIAS#')) noteEffect(dry, 'delete', `${TableName} ${String(Key.pk)}`);
}

/** A record and its events, as the journal lays them out; anything else by its table. */
function inWords(table: string, item: Item): [what: string, about: string] | undefined {
  const [pk, sk] = [String(item.pk), String(item.sk)];
  if (pk.startsWith('ALIAS#')) return undefined;
  const record = `${String(item.type)} ${String(item.id)}`;
  if (sk === 'HEAD' && item.type !== undefined) return ['commit', record];
  const event = itemSchema.safeParse(item.envelope);
  if (event.success) return ['announce', `${eventName(event.data.type)} of ${record}`];
  if (item.action !== undefined) return ['note in the audit', String(item.action)];
  return ['write', `${table} ${pk}`];
}

const eventName = (type: unknown): string => String(type).replace(/^crossdock\.|\.v\d+$/g, '');

const keyOf = (table: string, item: Item = {}): string => `${table}|${String(item.pk)}|${String(item.sk)}`;

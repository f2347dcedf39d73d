import { randomUUID } from 'node:crypto';
import { type DynamoDBDocumentClient, PutCommand } from '@aws-sdk/lib-dynamodb';
import type { Clock } from '#core/kernel/clock.ts';
import type { Actor } from '#core/kernel/correlation.ts';
import { auditPut } from './audit-layout.ts';

export interface AuditPlace {
  readonly client: DynamoDBDocumentClient;
  readonly auditTable: string;
  readonly clock: Clock;
}

/** What somebody is about to change that is not kept in our tables. */
export interface ElsewhereChange {
  /** `person#jo@example.com` */
  readonly target: string;
  /** Verb and noun. */
  readonly action: string;
  readonly actor: Actor;
  readonly reason: string;
  /** What it comes to, in words. */
  readonly detail?: string;
}

/** Write an audit record of its own, before what it tells of is done elsewhere: nothing is done without one. */
export async function addToAudit(
  { client, auditTable, clock }: AuditPlace,
  change: ElsewhereChange,
): Promise<void> {
  const { Put } = auditPut(auditTable, { ...change, auditId: randomUUID(), at: clock.now() });
  await client.send(new PutCommand(Put));
}

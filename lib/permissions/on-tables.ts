import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { Granting } from './granting.ts';

/** What functions may do with tables. */
export function onTables({ names, allow, table }: Granting) {
  /** Only ever added to: no function may change or delete an audit record. */
  const addToAudit = (): PolicyStatement[] => [
    allow('AddToAudit', ['dynamodb:PutItem'], [table(names.auditTable)]),
  ];
  return {
    readRecords: () => [
      allow(
        'ReadRecords',
        ['dynamodb:GetItem', 'dynamodb:BatchGetItem', 'dynamodb:Query'],
        [table(names.recordsTable), `${table(names.recordsTable)}/index/*`],
      ),
    ],
    commitRecords: () => [
      allow('CommitRecords', ['dynamodb:PutItem', 'dynamodb:DeleteItem'], [table(names.recordsTable)]),
      ...addToAudit(),
    ],
    addToAudit,
    /** Read who did what; whoever may cannot add, change or delete. */
    readAudit: () => [
      allow('ReadAudit', ['dynamodb:Query'], [table(names.auditTable), `${table(names.auditTable)}/index/*`]),
    ],
    findUnsentEvents: () => [
      allow('FindUnsentEvents', ['dynamodb:Query'], [`${table(names.recordsTable)}/index/outbox`]),
    ],
    readSettings: () => [allow('ReadSettings', ['dynamodb:GetItem'], [table(names.settingsTable)])],
    /** A new version of a setting; no version is ever deleted. */
    writeSettings: () => [
      allow('WriteSettings', ['dynamodb:PutItem'], [table(names.settingsTable)]),
      ...addToAudit(),
    ],
    readReadModel: () => [
      allow(
        'ReadReadModel',
        ['dynamodb:GetItem', 'dynamodb:BatchGetItem', 'dynamodb:Query'],
        [table(names.readModelTable)],
      ),
    ],
    /** Figures are added to, places are written and taken away, all in one transaction. */
    keepReadModel: () => [
      allow(
        'KeepReadModel',
        ['dynamodb:PutItem', 'dynamodb:UpdateItem', 'dynamodb:DeleteItem'],
        [table(names.readModelTable)],
      ),
    ],
    /** Why a message failed last, and nothing else of the read model. */
    noteFailures: () => [
      new PolicyStatement({
        sid: 'NoteFailures',
        actions: ['dynamodb:PutItem'],
        resources: [table(names.readModelTable)],
        conditions: { 'ForAllValues:StringLike': { 'dynamodb:LeadingKeys': ['FAILURE#*'] } },
      }),
    ],
    readPostings: () => [
      allow(
        'ReadPostings',
        ['dynamodb:GetItem', 'dynamodb:Query'],
        [table(names.postingsTable), `${table(names.postingsTable)}/index/*`],
      ),
    ],
    writePostings: () => [allow('WritePostings', ['dynamodb:PutItem'], [table(names.postingsTable)])],
    rememberAnswers: () => [
      allow(
        'RememberAnswers',
        ['dynamodb:GetItem', 'dynamodb:PutItem', 'dynamodb:UpdateItem', 'dynamodb:DeleteItem'],
        [table(names.idempotencyTable)],
      ),
    ],
  };
}

/** What functions may be allowed to do, in words: each answers the narrowest statements that do it. */
import { ArnFormat, Lazy, type Stack } from 'aws-cdk-lib';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { StringParameter } from 'aws-cdk-lib/aws-ssm';
import { type DeployedQueue, workQueuesOf } from './constructs/work-queues.ts';
import type { Environment } from './environments.ts';
import { functionName, namesOf, workflowArn } from './names.ts';

export type Permissions = ReturnType<typeof permissionsIn>;

export function permissionsIn(stack: Stack, environment: Environment) {
  const names = namesOf(environment);
  const table = (name: string): string =>
    stack.formatArn({ service: 'dynamodb', resource: 'table', resourceName: name });
  const bucket = (name: string): string => `arn:${stack.partition}:s3:::${name}`;
  const allow = (sid: string, actions: string[], resources: string[]): PolicyStatement =>
    new PolicyStatement({ sid, actions, resources });

  /** Of every work queue of the app, each by its name; known once all stacks are made. */
  const ofQueues = (arns: (queue: DeployedQueue) => readonly string[]): string[] =>
    Lazy.list({ produce: () => workQueuesOf(stack).flatMap(arns) });
  const queueArn = ({ name, fifo }: DeployedQueue, dead: '' | '-dead'): string =>
    stack.formatArn({
      service: 'sqs',
      resource: `${names.prefix}-${name}${dead}${fifo ? '.fifo' : ''}`,
    });
  /** What nothing works has its news in the queue itself. */
  const placesOfDead = (queue: DeployedQueue): readonly string[] =>
    queue.consumer ? [queueArn(queue, '-dead')] : [queueArn(queue, '-dead'), queueArn(queue, '')];

  const batched = (...actions: string[]): string[] =>
    environment.queueBatchesByName ? actions.flatMap((action) => [action, `${action}Batch`]) : actions;

  const workflow = (name: string): string => workflowArn(stack, name);
  /** Without it, S3 answers 403 for an object that is not there, and absence could not be told from refusal. */
  const tellAbsence = (where: string, name: string): PolicyStatement =>
    allow(`TellAbsenceIn${where}`, ['s3:ListBucket'], [bucket(name)]);

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
    relayEvents: () => [
      allow('MarkEventsSent', ['dynamodb:UpdateItem'], [table(names.recordsTable)]),
      allow(
        'PublishEvents',
        ['events:PutEvents'],
        [stack.formatArn({ service: 'events', resource: 'event-bus', resourceName: names.bus })],
      ),
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
    /** Messages are looked at, hidden meanwhile, and deleted once they are sent back or decided about. */
    lookThroughDeadLetters: () => [
      allow(
        'LookThroughDeadLetters',
        [
          'sqs:GetQueueUrl',
          'sqs:GetQueueAttributes',
          'sqs:ReceiveMessage',
          ...batched('sqs:ChangeMessageVisibility', 'sqs:DeleteMessage'),
        ],
        ofQueues(placesOfDead),
      ),
      allow(
        'KeepDeadLetters',
        ['s3:PutObject', 's3:AbortMultipartUpload'],
        [`${bucket(names.documentsBucket)}/dead-letters/*`],
      ),
    ],
    /** Only into queues that something works, and only where they came from: the function knows no other. */
    sendBackDeadLetters: () => [
      allow(
        'SendBackDeadLetters',
        ['sqs:GetQueueUrl', ...batched('sqs:SendMessage')],
        ofQueues((queue) => (queue.consumer ? [queueArn(queue, '')] : [])),
      ),
    ],
    countDeadLetters: () => [
      allow('CountDeadLetters', ['sqs:GetQueueUrl', 'sqs:GetQueueAttributes'], ofQueues(placesOfDead)),
    ],
    readDeadLetters: () => [
      allow('ReadDeadLetters', ['s3:GetObject'], [`${bucket(names.documentsBucket)}/dead-letters/*`]),
      tellAbsence('Documents', names.documentsBucket),
    ],
    /** A consumer that is asked what it would do does nothing. */
    rehearseConsumers: () => [
      allow(
        'RehearseConsumers',
        ['lambda:InvokeFunction'],
        ofQueues(({ consumer }) =>
          consumer
            ? [
                stack.formatArn({
                  service: 'lambda',
                  resource: 'function',
                  resourceName: functionName(environment, consumer),
                  arnFormat: ArnFormat.COLON_RESOURCE_NAME,
                }),
              ]
            : [],
        ),
      ),
    ],
    /** A client of the user pool and an API key in a usage plan, and to take back what was made by halves. */
    admitConsumers: () => [
      allow(
        'AdmitConsumers',
        [
          'cognito-idp:CreateUserPoolClient',
          'cognito-idp:DescribeUserPoolClient',
          'cognito-idp:DeleteUserPoolClient',
        ],
        [
          stack.formatArn({
            service: 'cognito-idp',
            resource: 'userpool',
            resourceName: StringParameter.valueForStringParameter(stack, names.userPoolParameter),
          }),
        ],
      ),
      allow(
        'GiveApiKeys',
        ['apigateway:GET', 'apigateway:POST', 'apigateway:DELETE'],
        ['/apikeys', '/apikeys/*', '/usageplans', '/usageplans/*/keys'].map(
          (path) => `arn:${stack.partition}:apigateway:${stack.region}::${path}`,
        ),
      ),
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
    readSystemSecrets: () => [
      allow(
        'ReadSystemSecrets',
        ['secretsmanager:GetSecretValue'],
        [
          stack.formatArn({
            service: 'secretsmanager',
            resource: 'secret',
            resourceName: `${names.systemSecretsPrefix}/*`,
            arnFormat: ArnFormat.COLON_RESOURCE_NAME,
          }),
        ],
      ),
    ],
    readLanding: () => [
      allow('ReadLanding', ['s3:GetObject'], [`${bucket(names.landingBucket)}/forecasts/*`]),
      tellAbsence('Landing', names.landingBucket),
    ],
    uploadToLanding: () => [
      allow('UploadToLanding', ['s3:PutObject'], [`${bucket(names.landingBucket)}/forecasts/*`]),
    ],
    /** What partners put into their mailboxes. */
    readMailboxes: () => [
      allow('ReadMailboxes', ['s3:GetObject'], [`${bucket(names.landingBucket)}/partners/*/in/*`]),
      tellAbsence('Landing', names.landingBucket),
    ],
    /** What partners find in their mailboxes. */
    writeMailboxes: () => [
      allow('WriteMailboxes', ['s3:PutObject'], [`${bucket(names.landingBucket)}/partners/*/out/*`]),
    ],
    /** What a partner posts through the API lies where its files lie. */
    postToMailboxes: () => [
      allow(
        'PostToMailboxes',
        ['s3:PutObject', 's3:AbortMultipartUpload'],
        [`${bucket(names.landingBucket)}/partners/*/in/*`],
      ),
    ],
    keepDocuments: () => [
      allow(
        'KeepDocuments',
        ['s3:GetObject', 's3:PutObject', 's3:AbortMultipartUpload'],
        [`${bucket(names.documentsBucket)}/documents/*`],
      ),
      tellAbsence('Documents', names.documentsBucket),
    ],
    /** What a document of a partner says, in canonical form. */
    keepCanonical: () => [
      allow(
        'KeepCanonical',
        ['s3:PutObject', 's3:AbortMultipartUpload'],
        [`${bucket(names.documentsBucket)}/documents/canonical/*`],
      ),
    ],
    readDocuments: () => [
      allow('ReadDocuments', ['s3:GetObject'], [`${bucket(names.documentsBucket)}/documents/*`]),
      tellAbsence('Documents', names.documentsBucket),
    ],
    /** `prefix` is `releases` or `runs`. */
    readWork: (...prefixes: readonly ('releases' | 'runs')[]) => [
      allow(
        'ReadWork',
        ['s3:GetObject'],
        prefixes.map((prefix) => `${bucket(names.workBucket)}/${prefix}/*`),
      ),
      tellAbsence('Work', names.workBucket),
    ],
    writeWork: (...prefixes: readonly ('releases' | 'runs')[]) => [
      allow(
        'WriteWork',
        ['s3:PutObject', 's3:AbortMultipartUpload'],
        prefixes.map((prefix) => `${bucket(names.workBucket)}/${prefix}/*`),
      ),
    ],
    startWorkflow: (name: string) => [allow('StartWorkflow', ['states:StartExecution'], [workflow(name)])],
    /** A group waits in an execution of its own below the workflow: `name/label`. */
    wakeWorkflow: (name: string) => [
      allow(
        'WakeWorkflow',
        ['states:SendTaskSuccess'],
        environment.taskTokensNameNoWorkflow ? ['*'] : [workflow(name), workflow(`${name}/*`)],
      ),
    ],
    mayUseEnvironmentKey: () =>
      environment.customerKey
        ? [
            new PolicyStatement({
              sid: 'UseEnvironmentKey',
              actions: ['kms:Decrypt', 'kms:GenerateDataKey'],
              resources: [stack.formatArn({ service: 'kms', resource: 'key', resourceName: '*' })],
              conditions: { 'ForAnyValue:StringEquals': { 'kms:ResourceAliases': names.keyAlias } },
            }),
          ]
        : [],
  };
}

/** The variables that the stack gives to functions. */
export type EnvironmentVariable =
  | 'CROSSDOCK_ENVIRONMENT'
  | 'RECORDS_TABLE'
  | 'AUDIT_TABLE'
  | 'POSTINGS_TABLE'
  | 'IDEMPOTENCY_TABLE'
  | 'SETTINGS_TABLE'
  | 'READ_MODEL_TABLE'
  | 'LANDING_BUCKET'
  | 'DOCUMENTS_BUCKET'
  | 'WORK_BUCKET'
  | 'EVENT_BUS_NAME'
  | 'RELEASE_WORKFLOW_ARN'
  | 'REPLENISHMENT_WORKFLOW_ARN'
  | 'POSTING_QUEUE_URL'
  | 'QUEUE_NAME_PREFIX'
  | 'SYSTEM_SECRETS_PREFIX'
  | 'USER_POOL_ID'
  | 'DEAD_LETTER_QUEUES'
  | 'PEOPLE_ISSUER'
  | 'PARTNERS_USAGE_PLAN';

/** The value of a variable; throws a sentence that says what to do when it is not set. */
export function environmentVariable(name: EnvironmentVariable): string {
  const value = process.env[name];
  if (value) return value;
  throw new Error(`${name} is not set: give it to this function in its stack.`);
}

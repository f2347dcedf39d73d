/** Import first: what the stack gives to functions. Nothing is asked of AWS when a function loads. */
Object.assign(process.env, {
  AWS_REGION: 'eu-central-1',
  CROSSDOCK_ENVIRONMENT: 'unit-test',
  RECORDS_TABLE: 'records',
  AUDIT_TABLE: 'audit',
  SETTINGS_TABLE: 'settings',
  POSTINGS_TABLE: 'postings',
  READ_MODEL_TABLE: 'read-model',
  IDEMPOTENCY_TABLE: 'idempotency',
  LANDING_BUCKET: 'landing',
  DOCUMENTS_BUCKET: 'documents',
  WORK_BUCKET: 'work',
  DEAD_LETTER_QUEUES: 'acknowledgements=apply-acknowledgement',
  USER_POOL_ID: 'pool-1',
  PEOPLE_ISSUER: 'https://cognito-idp.eu-central-1.amazonaws.com/people-1',
  PARTNERS_USAGE_PLAN: 'crossdock-unit-test-standard',
  POWERTOOLS_LOG_LEVEL: 'SILENT',
});

/** The stack that the runner has raised, as the story and its tests take it. */
import { readFileSync } from 'node:fs';
import * as z from 'zod';
import { peopleSchema } from '#local/console/make-people.ts';
import type { RunningStack } from '#local/raise-stack.ts';

const outputsSchema = z.record(z.string(), z.string());

function given(name: string): string {
  const value = process.env[name];
  if (value) return value;
  throw new Error(`${name} is not set: run end-to-end tests with npm test, which raises the stack.`);
}

/** Its programs belong to the runner: nothing here stops them. */
const notOurs = async (): Promise<void> => undefined;

export function theStack(): RunningStack {
  const outputsFile = given('CROSSDOCK_OUTPUTS');
  const credentials = {
    accessKeyId: given('AWS_ACCESS_KEY_ID'),
    secretAccessKey: given('AWS_SECRET_ACCESS_KEY'),
  };
  return {
    outputsFile,
    outputs: outputsSchema.parse(JSON.parse(readFileSync(outputsFile, 'utf8'))),
    cloud: {
      endpoint: given('CROSSDOCK_AWS_ENDPOINT'),
      region: given('AWS_REGION'),
      accountId: '000000000000',
      credentials,
      environment: {},
      stop: notOurs,
    },
    console: {
      url: given('CROSSDOCK_CONSOLE_URL'),
      people: peopleSchema.parse(JSON.parse(given('CROSSDOCK_PEOPLE'))),
    },
    erp: {
      url: given('CROSSDOCK_ERP_URL'),
      database: given('CROSSDOCK_ERP_DATABASE'),
      user: given('CROSSDOCK_ERP_USER'),
      password: given('CROSSDOCK_ERP_PASSWORD'),
      restKey: '',
      admin: { user: given('CROSSDOCK_ERP_ADMIN_USER'), password: given('CROSSDOCK_ERP_ADMIN_PASSWORD') },
      companyId: Number(given('CROSSDOCK_ERP_COMPANY')),
      stop: notOurs,
    },
  };
}

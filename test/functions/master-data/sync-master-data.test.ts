import '#test/builders/silent-logs.ts';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { handler } from '#functions/master-data/sync-master-data.ts';
import { lambdaContext } from '#test/builders/lambda-context.ts';
import { emptyCloud } from '../empty-cloud.ts';

let cloud: Awaited<ReturnType<typeof emptyCloud>>;
beforeEach(async () => {
  cloud = await emptyCloud();
});
afterEach(() => cloud.close());

describe('the function that synchronises master data', () => {
  it.each([
    ['without a system', {}],
    ['with a system that can be none', { system: 'Tryton!' }],
    ['with an entity there is not', { system: 'tryton', entities: ['customers'] }],
    ['with no entity', { system: 'tryton', entities: [] }],
  ])('[M1] an invocation %s is refused for good', async (_, event) => {
    const refusal = { name: 'Terminal', message: expect.stringMatching(/^validation-failed/) };
    await expect(handler(event, lambdaContext)).rejects.toMatchObject(refusal);
  });

  it('[M1] a system that is not set up is tried again later', async () => {
    await expect(handler({ system: 'tryton', entities: ['items'] }, lambdaContext)).rejects.toMatchObject({
      name: 'Retryable',
      message: 'system-unavailable: There is no setting system:tryton.',
    });
  });
});

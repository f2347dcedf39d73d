import '#test/builders/silent-logs.ts';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { handler } from '#functions/purchasing/sync-purchase-orders.ts';
import { lambdaContext } from '#test/builders/lambda-context.ts';
import { emptyCloud } from '../empty-cloud.ts';

let cloud: Awaited<ReturnType<typeof emptyCloud>>;
beforeEach(async () => {
  cloud = await emptyCloud();
});
afterEach(() => cloud.close());

describe('the function that brings purchase orders back', () => {
  it('[R8] an invocation without a system is refused for good', async () => {
    const refusal = { name: 'Terminal', message: expect.stringMatching(/^validation-failed/) };
    await expect(handler({}, lambdaContext)).rejects.toMatchObject(refusal);
  });

  it('[R8] a system that is not set up is tried again later', async () => {
    await expect(handler({ system: 'tryton' }, lambdaContext)).rejects.toMatchObject({
      name: 'Retryable',
      message: 'system-unavailable: There is no setting system:tryton.',
    });
  });
});

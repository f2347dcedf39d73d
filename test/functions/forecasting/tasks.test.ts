import '#test/builders/silent-logs.ts';
import { describe, expect, it } from 'vitest';
import { lambdaContext } from '#test/builders/lambda-context.ts';

describe('the steps of the release workflow', () => {
  it.each([
    ['split-forecast-file', { correlationId: 'cor-12345678' }],
    ['split-forecast-file', { documentId: '../secrets', correlationId: 'cor-12345678' }],
    ['check-forecast-chunk', { releaseId: 'fr-1', partition: 3, correlationId: 'cor-12345678' }],
    ['check-forecast-chunk', { releaseId: 'fr-1', partition: '-1', correlationId: 'cor-12345678' }],
    ['conclude-forecast-release', { releaseId: 'fr-1' }],
  ])('[O7] %s refuses an input that is no task of its own, for good: %j', async (name, input) => {
    const { handler } = await import(`#functions/forecasting/${name}.ts`);
    await expect(handler(input, lambdaContext)).rejects.toMatchObject({
      name: 'Terminal',
      message: expect.stringContaining('validation-failed'),
    });
  });
});

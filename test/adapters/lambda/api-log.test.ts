import { expect, it, vi } from 'vitest';
import { apiHandler } from '#adapters/lambda/api-handler.ts';
import { examples } from '#api/examples.ts';
import { apiOperation } from '#api/operation.ts';
import { getItem } from '#api/routes/master-data.ts';
import { ok } from '#core/kernel/result.ts';
import { call, settingsWithConsumer } from '#test/builders/an-api.ts';

it('[O1] one log line an answer: operation, status, consumer, correlation id; nothing that was sent', async () => {
  const lines: string[] = [];
  const spy = vi.spyOn(process.stdout, 'write').mockImplementation((line) => lines.push(String(line)) > 0);
  const operation = apiOperation(getItem, async () => ok(examples['get-item'].answer));
  try {
    await call(apiHandler(operation, settingsWithConsumer()), {
      scopes: ['crossdock/items.read'],
      params: { itemId: 'item-104' },
      headers: { 'x-correlation-id': 'order-run-4711', Authorization: 'Bearer s3cret' },
    });
  } finally {
    spy.mockRestore();
  }
  const answered = lines.filter((line) => line.includes('"answered"')).map((line) => JSON.parse(line));
  expect(answered).toMatchObject([
    { operation: 'get-item', status: 200, consumer: 'client-1', correlationId: 'order-run-4711' },
  ]);
  expect(lines.join()).not.toMatch(/s3cret|Hex bolt/);
});

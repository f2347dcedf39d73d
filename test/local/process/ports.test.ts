import { once } from 'node:events';
import { createServer } from 'node:net';
import { expect, test } from 'vitest';
import { choosePort } from '#local/process/ports.ts';

test('[G2] a port in use is a sentence that says how to choose another', async () => {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  await expect(choosePort(port, 'the ERP', '--erp-port')).rejects.toThrow(
    `Port ${port} is in use, and the ERP wants it: stop what listens there, or choose another port with --erp-port <port>.`,
  );
  server.close();
  await once(server, 'close');
  expect(await choosePort(port, 'the ERP', '--erp-port')).toBe(port);
});

test('[G2] without a wish, any free port will do', async () => {
  expect(await choosePort(undefined, 'the ERP', '--erp-port')).toBeGreaterThan(1023);
});

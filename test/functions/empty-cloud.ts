import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { vi } from 'vitest';

/** A cloud in which every table is empty, and the variables that lead a function there; for one test. */
export async function emptyCloud(): Promise<{ readonly close: () => Promise<void> }> {
  const server = createServer((incoming, outgoing) => {
    incoming.resume().on('end', () => {
      outgoing.writeHead(200, { 'content-type': 'application/x-amz-json-1.0' }).end('{}');
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const variables = {
    AWS_ENDPOINT_URL: `http://127.0.0.1:${port}`,
    AWS_REGION: 'us-east-1',
    AWS_ACCESS_KEY_ID: 'test',
    AWS_SECRET_ACCESS_KEY: 'test',
    RECORDS_TABLE: 'records',
    AUDIT_TABLE: 'audit',
    SETTINGS_TABLE: 'settings',
    SYSTEM_SECRETS_PREFIX: 'crossdock/systems',
  };
  for (const [name, value] of Object.entries(variables)) vi.stubEnv(name, value);
  return {
    close: async () => {
      vi.unstubAllEnvs();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

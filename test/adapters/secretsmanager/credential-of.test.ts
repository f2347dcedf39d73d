import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { secretCredentials } from '#adapters/secretsmanager/credential-of.ts';

/** Answers as Secrets Manager does on its wire. */
const secrets: Record<string, string> = {
  'crossdock/erp': '{"user":"crossdock","password":"quiet please"}',
  'crossdock/keyed': '{"key":"quiet please"}',
  'crossdock/broken': 'quiet please',
  'crossdock/other': '{"user":"crossdock","token":"quiet please"}',
};
let server: Server;
let client: SecretsManagerClient;

beforeAll(async () => {
  server = createServer(async (request, response) => {
    const parts: Buffer[] = [];
    for await (const part of request) parts.push(part);
    const { SecretId } = JSON.parse(Buffer.concat(parts).toString()) as { SecretId: string };
    const found = secrets[SecretId];
    const status = SecretId === 'crossdock/denied' ? 400 : found === undefined ? 400 : 200;
    const type = SecretId === 'crossdock/denied' ? 'AccessDeniedException' : 'ResourceNotFoundException';
    response.writeHead(status, { 'content-type': 'application/x-amz-json-1.1' });
    response.end(
      JSON.stringify(found === undefined ? { __type: type, message: 'no' } : { SecretString: found }),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  client = new SecretsManagerClient({
    region: 'us-east-1',
    endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
    maxAttempts: 1,
  });
});
afterAll(() => {
  client.destroy();
  server.close();
});

describe('credentials of systems', () => {
  const credentialOf = (system: string) => secretCredentials(client, 'crossdock')(system);

  it('[G3] a secret is a user with a password, or a key', async () => {
    expect(await credentialOf('erp')).toEqual({
      ok: true,
      value: { user: 'crossdock', password: 'quiet please' },
    });
    expect(await credentialOf('keyed')).toEqual({ ok: true, value: { key: 'quiet please' } });
  });

  it.each([
    ['missing', 'system-credentials', 'There is no secret crossdock/missing.'],
    ['broken', 'system-credentials', 'must be JSON'],
    ['other', 'system-credentials', 'must be JSON'],
    ['denied', 'system-unavailable', 'could not be read (AccessDeniedException)'],
  ])('[G3] the secret "%s" is %s, and nothing of it is said', async (system, code, words) => {
    const result = await credentialOf(system);
    expect(result).toMatchObject({ ok: false, problem: { code } });
    expect(JSON.stringify(result)).toContain(words);
    expect(JSON.stringify(result)).not.toContain('quiet please');
  });
});

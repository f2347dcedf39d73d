import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { APIGatewayClient, GetApiKeyCommand } from '@aws-sdk/client-api-gateway';
import { CloudFrontClient } from '@aws-sdk/client-cloudfront';
import { S3Client } from '@aws-sdk/client-s3';
import { publishSite, type SiteFile } from '#adapters/cloudfront/publish-site.ts';
import { dynamoSettings } from '#adapters/dynamodb/settings.ts';
import { writeSetting } from '#adapters/dynamodb/write-setting.ts';
import type { Actor } from '#core/kernel/correlation.ts';
import { sha256 } from '#core/kernel/identifiers.ts';
import { unwrap } from '#core/kernel/result.ts';
import { settingTables } from './settings.ts';
import type { StackOutputs } from './stack-outputs.ts';

/** Where `npm run build:console` puts the console. */
export const builtConsole = fileURLToPath(new URL('../dist/console', import.meta.url));

export interface Publication {
  /** The environment's name, which the console shows. */
  readonly environment: string;
  readonly folder?: string;
  readonly actor: Actor;
}

/**
 * Publish the console that was built.
 * 1. Make it a consumer of the API, with the key that its distribution adds to every call.
 * 2. Upload its files, with what it must know of its environment as `config.json`.
 * 3. Have the distribution forget what it kept.
 * Answers its address.
 */
export async function publishConsole(
  outputs: StackOutputs,
  { environment, folder = builtConsole, actor }: Publication,
): Promise<string> {
  const files = filesOf(folder);
  await admitConsole(outputs, actor);
  await publishSite(
    {
      // The embedded cloud knows buckets by path.
      s3: new S3Client({ forcePathStyle: true }),
      cloudFront: new CloudFrontClient({}),
      bucket: outputs('ConsoleBucketName'),
      distributionId: outputs('ConsoleDistributionId'),
    },
    [...files, { path: 'config.json', content: Buffer.from(configOf(outputs, environment)) }],
  );
  return outputs('ConsoleUrl');
}

function filesOf(folder: string): readonly SiteFile[] {
  const paths = globSync('**/*.*', { cwd: folder }).filter((path) => path !== 'config.json');
  if (!paths.includes('index.html'))
    throw new Error(`There is no console in ${folder}: build it with "npm run build:console".`);
  return paths.map((path) => ({ path, content: readFileSync(join(folder, path)) }));
}

/** What the console cannot know when it is built. */
export function configOf(outputs: StackOutputs, environment: string): string {
  const signIn = outputs('PeopleSignIn');
  const config = {
    issuer: outputs('PeopleIssuer'),
    authorizeUrl: `${signIn}/oauth2/authorize`,
    tokenUrl: `${signIn}/oauth2/token`,
    logoutUrl: `${signIn}/logout`,
    clientId: outputs('ConsoleClientId'),
    scope: 'openid profile email crossdock/console',
    environment,
  };
  return JSON.stringify(config, null, 2);
}

/** The console's entry among the consumers; one that is there is changed only where its key is another. */
async function admitConsole(outputs: StackOutputs, actor: Actor): Promise<void> {
  const clientId = outputs('ConsoleClientId');
  const apiKeyId = outputs('ConsoleApiKeyId');
  const { value } = await new APIGatewayClient({}).send(
    new GetApiKeyCommand({ apiKey: apiKeyId, includeValue: true }),
  );
  if (!value) throw new Error(`AWS does not answer API key ${apiKeyId}.`);
  const key = { id: apiKeyId, sha256: sha256(value) };
  const tables = settingTables(outputs);
  const known = await dynamoSettings(tables).get('consumer', clientId);
  if (known?.value.apiKeys.some((own) => own.sha256 === key.sha256)) return;
  const status = known?.value.status ?? 'active';
  unwrap(
    await writeSetting(tables, {
      kind: 'consumer',
      id: clientId,
      value: { clientId, name: 'console', status, apiKeys: [key] },
      actor,
      reason: 'the console was published',
    }),
  );
}

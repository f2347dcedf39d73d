import {
  GetSecretValueCommand,
  ResourceNotFoundException,
  SecretsManagerClient,
} from '@aws-sdk/client-secrets-manager';
import * as z from 'zod';
import { awsClient } from '#adapters/aws-client.ts';
import { environmentVariable } from '#adapters/lambda/environment.ts';
import { problem } from '#core/kernel/problem.ts';
import { fail, ok } from '#core/kernel/result.ts';
import type { CredentialOf } from '../system-factory.ts';

const credentialSchema = z.union([
  z.strictObject({ user: z.string().min(1), password: z.string().min(1) }),
  z.strictObject({ key: z.string().min(1) }),
]);

/**
 * Credentials of systems from Secrets Manager, a secret each: `<prefix>/<system id>`. What fails says which secret,
 * never what is in it. Whoever asks keeps the answer: it is fetched anew each time.
 */
export function secretCredentials(
  client = awsClient(new SecretsManagerClient({})),
  prefix = environmentVariable('SYSTEM_SECRETS_PREFIX'),
): CredentialOf {
  return async (system) => {
    const SecretId = `${prefix}/${system}`;
    try {
      const { SecretString } = await client.send(new GetSecretValueCommand({ SecretId }));
      const parsed = credentialSchema.safeParse(parsedJson(SecretString ?? ''));
      if (parsed.success) return ok(parsed.data);
      const detail = `The secret ${SecretId} must be JSON with user and password, or with key.`;
      return fail(problem('system-credentials', detail));
    } catch (thrown) {
      if (thrown instanceof ResourceNotFoundException) {
        return fail(problem('system-credentials', `There is no secret ${SecretId}.`));
      }
      const name = thrown instanceof Error ? thrown.name : 'unknown';
      return fail(problem('system-unavailable', `The secret ${SecretId} could not be read (${name}).`));
    }
  };
}

function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

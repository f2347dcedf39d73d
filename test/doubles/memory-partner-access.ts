import type { PartnerAccessIssuer } from '#business/partners/ports.ts';
import { ok } from '#core/kernel/result.ts';

/** Clients of the API in memory: `client-of-<partner>-<n>` with the key `key-of-` that. */
export function memoryPartnerAccess(): PartnerAccessIssuer {
  let issued = 0;
  return {
    issue: async ({ id }) => {
      issued += 1;
      return ok({ clientId: `client-of-${id}-${issued}`, apiKeyId: `key-${issued}` });
    },
    reveal: async ({ clientId }) => ({ clientSecret: `secret-of-${clientId}`, apiKey: `key-of-${clientId}` }),
  };
}

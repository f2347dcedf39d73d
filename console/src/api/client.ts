import { createContext, useContext } from 'react';
import { type CrossdockClient, crossdockClient } from '#contracts/client.ts';
import type { Session } from '../session/session.ts';

/**
 * The API for this session, on the console's own origin. The key that the gateway asks for is added by the
 * distribution; a token that is not accepted any more leads to the sign-in page and back.
 */
export const clientOf = (session: Session): CrossdockClient =>
  crossdockClient({
    baseUrl: location.origin,
    token: session.token,
    attempts: 3,
    longestWait: 5_000,
    fetch: async (input, init) => {
      const answer = await fetch(input, init);
      if (answer.status === 401) await session.renew();
      return answer;
    },
  });

const context = createContext<CrossdockClient | undefined>(undefined);
export const ApiProvider = context.Provider;

/** The typed client; one method an operation. */
export function useApi(): CrossdockClient {
  const api = useContext(context);
  if (!api) throw new Error('useApi is for what stands inside ApiProvider');
  return api;
}

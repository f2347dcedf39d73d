import type { Role } from '#api/roles.ts';
import { consoleScope, tokenScope } from '#api/scopes.ts';
import type { ApiEventParts } from './an-api-event.ts';

/** The issuer that `function-environment.ts` names. */
export const peopleIssuer = 'https://cognito-idp.eu-central-1.amazonaws.com/people-1';

/** What of a request makes it one of a person in these roles, through the console, whose client is `client-1`. */
export const aPerson = (...roles: readonly Role[]): ApiEventParts => ({
  scopes: ['openid', 'profile', 'email', tokenScope(consoleScope)],
  claims: {
    iss: peopleIssuer,
    sub: 'sub-1',
    username: 'jo@example.com',
    ...(roles.length > 0 ? { 'cognito:groups': roles.join(',') } : {}),
  },
});

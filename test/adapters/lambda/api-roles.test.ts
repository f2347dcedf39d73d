import '#test/builders/function-environment.ts';

import { describe, expect, it } from 'vitest';
import { identify } from '#adapters/lambda/api-identity.ts';
import { type Role, roles, rolesThatMay } from '#api/roles.ts';
import { isForSuppliers, type Route } from '#api/route.ts';
import { routes } from '#api/routes.ts';
import { aPerson } from '#test/builders/a-person.ts';
import { settingsWithConsumer } from '#test/builders/an-api.ts';
import { anApiEvent } from '#test/builders/an-api-event.ts';

const guarded = Object.values<Route>(routes).flatMap(({ operationId, path, scope }) =>
  scope === 'public' ? [] : [{ operationId, path, scope }],
);
const allowed = async (route: (typeof guarded)[number], ...held: readonly Role[]): Promise<boolean> =>
  (await identify(route, anApiEvent(aPerson(...held)), settingsWithConsumer())).ok;

describe('every operation', () => {
  it.each(guarded)(
    '[G3] $operationId lets in the roles that have its scope, and nobody else',
    async (route) => {
      const may = isForSuppliers(route) ? [] : rolesThatMay(route.scope);
      for (const role of roles) expect(await allowed(route, role), role).toBe(may.includes(role));
      expect(await allowed(route)).toBe(false);
      expect(await allowed(route, ...roles)).toBe(may.length > 0);
    },
  );
});

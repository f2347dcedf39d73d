import { describe, expect, it } from 'vitest';
import { exceptionOwnersOf, mayOf, roles, rolesThatMay } from '#api/roles.ts';
import { isForSuppliers, type Route } from '#api/route.ts';
import { routes } from '#api/routes.ts';
import { type Scope, scopes } from '#api/scopes.ts';
import { exceptionOwnerSchema } from '#core/canonical/exception.ts';

const all = Object.keys(scopes) as Scope[];
const ofSuppliers = new Set(
  Object.values<Route>(routes)
    .filter(isForSuppliers)
    .map(({ scope }) => scope),
);

/** What no person does. None yet: whatever machines may ask of us, somebody may do by hand. */
const machinesOnly: readonly Scope[] = [];

describe('roles', () => {
  it('[G3] whatever the API offers to our own is in a role, or is for machines on purpose', () => {
    const forNobody = all.filter((scope) => !ofSuppliers.has(scope) && rolesThatMay(scope).length === 0);
    expect(forNobody).toEqual(machinesOnly);
  });

  it('[G3] no role reaches what is for suppliers', () => {
    for (const scope of ofSuppliers) {
      if (scope !== 'public') expect(rolesThatMay(scope), scope).toEqual([]);
    }
  });

  it('[G3] an auditor reads and changes nothing', () => {
    expect(mayOf(['auditor']).filter((scope) => !scope.endsWith('.read'))).toEqual([]);
    expect(exceptionOwnersOf(['auditor'])).toEqual([]);
  });

  it('[G3] who keeps the flows running decides nothing about the business, and the other way round', () => {
    expect(mayOf(['ops'])).not.toContain('proposals.decide');
    expect(mayOf(['ops'])).not.toContain('forecast-releases.approve');
    for (const role of ['buyer', 'planner', 'steward'] as const) {
      for (const scope of ['dead-letters.redrive', 'replays.start', 'systems.switch'] as const)
        expect(mayOf([role]), `${role}: ${scope}`).not.toContain(scope);
    }
  });

  it('[G3] who takes a partner on does not let it go live', () => {
    for (const role of roles) {
      const may = mayOf([role]);
      expect(may.includes('partners.add') && may.includes('partners.activate'), role).toBe(false);
    }
  });

  it('[G3] every exception has somebody in a role who decides it', () => {
    expect([...exceptionOwnersOf(roles)].sort()).toEqual([...exceptionOwnerSchema.options].sort());
  });

  it('[G3] several roles add up, each scope once', () => {
    const both = mayOf(['ops', 'buyer']);
    expect(new Set(both).size).toBe(both.length);
    expect(new Set(both)).toEqual(new Set([...mayOf(['ops']), ...mayOf(['buyer'])]));
    expect(mayOf([])).toEqual([]);
  });
});

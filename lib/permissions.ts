/** What functions may be allowed to do, in words: each answers the narrowest statements that do it. */
import type { Stack } from 'aws-cdk-lib';
import type { Environment } from './environments.ts';
import { grantingIn } from './permissions/granting.ts';
import { onDeadLetters } from './permissions/on-dead-letters.ts';
import { onObjects } from './permissions/on-objects.ts';
import { onServices } from './permissions/on-services.ts';
import { onTables } from './permissions/on-tables.ts';

export type Permissions = ReturnType<typeof permissionsIn>;

export function permissionsIn(stack: Stack, environment: Environment) {
  const granting = grantingIn(stack, environment);
  return {
    ...onTables(granting),
    ...onObjects(granting),
    ...onDeadLetters(granting),
    ...onServices(granting),
  };
}

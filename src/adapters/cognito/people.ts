import { randomBytes } from 'node:crypto';
import {
  AdminAddUserToGroupCommand,
  AdminCreateUserCommand,
  AdminDeleteUserCommand,
  AdminListGroupsForUserCommand,
  AdminRemoveUserFromGroupCommand,
  AdminSetUserPasswordCommand,
  AdminUserGlobalSignOutCommand,
  type CognitoIdentityProviderClient,
  paginateListUsers,
  UserNotFoundException,
  UsernameExistsException,
} from '@aws-sdk/client-cognito-identity-provider';
import { type AuditPlace, addToAudit } from '#adapters/dynamodb/add-to-audit.ts';
import { roles as allRoles, type Role } from '#api/roles.ts';
import type { Actor } from '#core/kernel/correlation.ts';

export interface PeoplePlaces {
  readonly cognito: CognitoIdentityProviderClient;
  /** The pool of people. */
  readonly userPoolId: string;
  readonly audit: AuditPlace;
}

/** Who does it, and why, for the audit record. */
export interface PeopleChange {
  /** The address under which the person signs in. */
  readonly email: string;
  readonly actor: Actor;
  readonly reason: string;
}

export interface PersonWish extends PeopleChange {
  /** All roles from now on. */
  readonly roles: readonly Role[];
  /** For good; without one the person is sent one by mail, to be changed on signing in. */
  readonly password?: string;
}

export interface ListedPerson {
  readonly email: string;
  readonly roles: readonly Role[];
  /** As Cognito has it: `CONFIRMED`, `FORCE_CHANGE_PASSWORD` until the first sign-in, … */
  readonly status: string;
}

/**
 * Let a person sign in with these roles, or give them to one who can already; other roles are taken away.
 * Tokens that are out keep the old roles until they expire; no new ones are made from an old sign-in.
 */
export async function putPerson(places: PeoplePlaces, wish: PersonWish): Promise<'added' | 'changed'> {
  const { email, roles, actor, reason, password } = wish;
  const detail = `roles ${roles.join(', ')}`;
  await addToAudit(places.audit, { target: targetOf(email), action: 'put-person', actor, reason, detail });
  const isNew = await create(places, email, password);
  const user = { UserPoolId: places.userPoolId, Username: email };
  if (password !== undefined) {
    await places.cognito.send(
      new AdminSetUserPasswordCommand({ ...user, Password: password, Permanent: true }),
    );
  }
  await giveRoles(places, email, roles);
  if (!isNew) await places.cognito.send(new AdminUserGlobalSignOutCommand(user));
  return isNew ? 'added' : 'changed';
}

/** Let a person sign in no more; what the person did stays in the audit records. Answers whether there was one. */
export async function removePerson(
  places: PeoplePlaces,
  { email, actor, reason }: PeopleChange,
): Promise<boolean> {
  const user = { UserPoolId: places.userPoolId, Username: email };
  await addToAudit(places.audit, { target: targetOf(email), action: 'remove-person', actor, reason });
  try {
    await places.cognito.send(new AdminUserGlobalSignOutCommand(user));
    await places.cognito.send(new AdminDeleteUserCommand(user));
    return true;
  } catch (error) {
    if (error instanceof UserNotFoundException) return false;
    throw error;
  }
}

/** Everybody who can sign in, by address. */
export async function listPeople(places: PeoplePlaces): Promise<readonly ListedPerson[]> {
  const people: ListedPerson[] = [];
  for await (const { Users = [] } of paginateListUsers(
    { client: places.cognito },
    { UserPoolId: places.userPoolId },
  )) {
    for (const { Username: email = '', UserStatus: status = 'UNKNOWN' } of Users)
      people.push({ email, status, roles: await rolesOf(places, email) });
  }
  return people.sort((a, b) => a.email.localeCompare(b.email));
}

const targetOf = (email: string): string => `person#${email}`;

async function create(
  { cognito, userPoolId }: PeoplePlaces,
  email: string,
  password: string | undefined,
): Promise<boolean> {
  try {
    await cognito.send(
      new AdminCreateUserCommand({
        UserPoolId: userPoolId,
        Username: email,
        TemporaryPassword: password ?? firstPassword(),
        UserAttributes: [
          { Name: 'email', Value: email },
          { Name: 'email_verified', Value: 'true' },
        ],
        ...(password ? { MessageAction: 'SUPPRESS' } : { DesiredDeliveryMediums: ['EMAIL'] }),
      }),
    );
    return true;
  } catch (error) {
    if (error instanceof UsernameExistsException) return false;
    throw error;
  }
}

/** Good for the first sign-in; what stands behind the random part is there for the policy of passwords. */
const firstPassword = (): string => `${randomBytes(12).toString('base64url')}-Aa1`;

async function giveRoles(places: PeoplePlaces, email: string, wanted: readonly Role[]): Promise<void> {
  const held = await rolesOf(places, email);
  const membership = (GroupName: string) => ({ UserPoolId: places.userPoolId, Username: email, GroupName });
  for (const role of held.filter((role) => !wanted.includes(role)))
    await places.cognito.send(new AdminRemoveUserFromGroupCommand(membership(role)));
  for (const role of wanted.filter((role) => !held.includes(role)))
    await places.cognito.send(new AdminAddUserToGroupCommand(membership(role)));
}

async function rolesOf({ cognito, userPoolId }: PeoplePlaces, email: string): Promise<readonly Role[]> {
  const { Groups = [] } = await cognito.send(
    new AdminListGroupsForUserCommand({ UserPoolId: userPoolId, Username: email, Limit: 60 }),
  );
  return allRoles.filter((role) => Groups.some(({ GroupName }) => GroupName === role));
}

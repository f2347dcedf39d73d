import { CognitoIdentityProviderClient } from '@aws-sdk/client-cognito-identity-provider';
import { listPeople, type PeoplePlaces, putPerson, removePerson } from '#adapters/cognito/people.ts';
import { type Role, roles } from '#api/roles.ts';
import { operator, settingTables } from './settings.ts';
import type { StackOutputs } from './stack-outputs.ts';

export const peoplePlaces = (outputs: StackOutputs): PeoplePlaces => ({
  cognito: new CognitoIdentityProviderClient({}),
  userPoolId: outputs('PeoplePoolId'),
  audit: settingTables(outputs),
});

/** Let a person sign in, or give one other roles; answers what to print. */
export async function addPerson(
  places: PeoplePlaces,
  address: string,
  { roles: asked, reason }: { readonly roles: readonly string[]; readonly reason: string },
): Promise<string> {
  const email = addressOf(address);
  const given = rolesNamed(asked);
  const done = await putPerson(places, { email, roles: given, actor: operator(), reason });
  const now = `${email} is ${given.join(', ')} now`;
  if (done === 'added') return `${now}, and is sent a password by mail.`;
  return `${now}; whoever is signed in keeps the old roles until the token expires.`;
}

/** Let a person sign in no more; answers what to print. */
export async function dropPerson(places: PeoplePlaces, address: string, reason: string): Promise<string> {
  const email = addressOf(address);
  const gone = await removePerson(places, { email, actor: operator(), reason });
  if (!gone) throw new Error(`Nobody signs in as ${email}.`);
  return `${email} cannot sign in any more; a token that is out is good until it expires.`;
}

/** What of Cognito's states people have words for. */
const standing: Readonly<Record<string, string>> = {
  CONFIRMED: '',
  FORCE_CHANGE_PASSWORD: ' (has not signed in yet)',
  RESET_REQUIRED: ' (must choose a new password)',
};

/** Everybody, one a line. */
export async function showPeople(places: PeoplePlaces): Promise<string> {
  const people = await listPeople(places);
  const lines = people.map(({ email, roles: held, status }) => {
    return `${email}  ${held.join(', ') || 'no role'}${standing[status] ?? ` (${status})`}`;
  });
  return lines.join('\n') || 'Nobody signs in yet: "crossdock people add" lets somebody.';
}

/** Records name whoever decided something in so many characters. */
const LONGEST_NAME = 120;

/** People sign in by their mail address, in whatever case they write it. */
export function addressOf(text: string): string {
  const address = text.trim().toLowerCase();
  if (/^[^@\s]+@[^@\s]+$/.test(address) && address.length <= LONGEST_NAME) return address;
  throw new Error(`"${text}" is no mail address.`);
}

/** The roles of these names, each once; throws a sentence that lists the roles there are. */
export function rolesNamed(asked: readonly string[]): readonly Role[] {
  const unknown = asked.filter((name) => !roles.some((role) => role === name));
  if (unknown.length > 0)
    throw new Error(`There is no role ${unknown.join(', ')}. There are: ${roles.join(', ')}.`);
  return roles.filter((role) => asked.includes(role));
}

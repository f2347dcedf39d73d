import { randomBytes } from 'node:crypto';
import * as z from 'zod';
import { putPerson } from '#adapters/cognito/people.ts';
import { type Role, roles } from '#api/roles.ts';
import type { Actor } from '#core/kernel/correlation.ts';
import { peoplePlaces } from '../../cli/people.ts';
import type { StackOutputs } from '../../cli/stack-outputs.ts';

const person = z.object({ user: z.string(), password: z.string() });
/** One person in each role, and how each signs in. */
export const peopleSchema = z.record(z.enum(roles), person);
export type People = z.infer<typeof peopleSchema>;

/** Let one person of each role sign in: `ops@crossdock.local` and so on, all with the same password. */
export async function makePeople(outputs: StackOutputs, actor: Actor): Promise<People> {
  const places = peoplePlaces(outputs);
  const password = `Crossdock-${randomBytes(4).toString('hex')}-1`;
  const made = async (role: Role): Promise<[Role, z.infer<typeof person>]> => {
    const user = `${role}@crossdock.local`;
    await putPerson(places, { email: user, roles: [role], password, actor, reason: 'first set-up' });
    return [role, { user, password }];
  };
  return peopleSchema.parse(Object.fromEntries(await Promise.all(roles.map(made))));
}

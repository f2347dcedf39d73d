import * as z from 'zod';
import { exceptionOwnerSchema } from '#core/canonical/exception.ts';
import { roles } from '../roles.ts';

/** The person of a token: what the console shows, and what it leaves away, follows from it. */
export const me = z.object({
  /** As it stands in the audit records of what the person does. */
  id: z.string(),
  name: z.string().optional(),
  roles: z.array(z.enum(roles)),
  /** Scopes, as in `exceptions.resolve`. */
  may: z.array(z.string()),
  /** Queues of exceptions whose decisions are this person's. */
  decides: z.array(exceptionOwnerSchema),
});

import * as z from 'zod';
import { dateSchema } from '#core/kernel/dates.ts';
import * as resources from '../resources/audit.ts';
import { pageQuery } from '../resources/resource.ts';
import { readRoute } from '../route.ts';

export const listAuditEntries = readRoute({
  operationId: 'list-audit-entries',
  path: '/v1/audit',
  tag: 'Audit',
  summary:
    'List who did what, when, why and from where: on one day, to one record or setting, or by one actor',
  description: 'Give one of `day`, `target` and `actor`. Newest first.',
  scope: 'audit.read',
  query: z
    .strictObject({
      ...pageQuery,
      day: dateSchema.optional(),
      /** `<record type>#<id>` or `setting#<kind>` or `setting#<kind>:<id>`. */
      target: z
        .string()
        .regex(/^[a-z][a-z-]{1,39}#[^\s]{1,120}$/, 'must be <record type>#<id> or setting#<key>')
        .optional(),
      /** `person:<id>`, `consumer:<client id>` or `function:<name>`. */
      actor: z
        .string()
        .regex(
          /^(?:person|consumer|function):[^\s]{1,120}$/,
          'must be person:, consumer: or function: and an id',
        )
        .optional(),
    })
    .refine(({ day, target, actor }) => [day, target, actor].filter(Boolean).length === 1, {
      message: 'give one of day, target and actor',
      path: ['day'],
    }),
  answer: { description: 'A page of entries', schema: resources.auditPage },
});

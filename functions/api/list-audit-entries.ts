import { dynamoAuditLog } from '#adapters/dynamodb/list-audit.ts';
import { apiHandler } from '#adapters/lambda/api-handler.ts';
import { apiOperation } from '#api/operation.ts';
import type { QueryOf } from '#api/route.ts';
import { listAuditEntries } from '#api/routes/audit.ts';
import { ok } from '#core/kernel/result.ts';
import type { AuditLog, AuditScope } from '#platform/journal/audit-log.ts';

export const operation = (log: AuditLog) =>
  apiOperation(listAuditEntries, async ({ query }) => {
    const { limit, cursor } = query;
    const page = await log.list({
      scope: scopeOf(query),
      limit,
      ...(cursor === undefined ? {} : { cursor }),
    });
    const entries = page.entries.map(({ changes, ...entry }) => ({
      ...entry,
      changes: changes.map((change) => ({ ...change, fields: [...change.fields] })),
    }));
    return ok({ entries, ...(page.cursor === undefined ? {} : { nextCursor: page.cursor }) });
  });

/** The route lets through exactly one of the three. */
function scopeOf({ day, target, actor }: QueryOf<typeof listAuditEntries>): AuditScope {
  if (day !== undefined) return { by: 'day', day };
  if (target !== undefined) return { by: 'target', target };
  return { by: 'actor', actor: actor ?? '' };
}

export const handler = apiHandler(operation(dynamoAuditLog()));

import * as z from 'zod';
import { problem } from '#core/kernel/problem.ts';
import { fail, ok, type Result } from '#core/kernel/result.ts';
import type { TrytonClient } from './client.ts';

const companyRow = z.object({ 'party.': z.object({ code: z.string().nullable() }) });

/** The code of a company, by which orders are routed: the one of its party. */
export async function companyCode(client: TrytonClient, company: number): Promise<Result<string>> {
  const rows = await client.read({
    method: 'model.company.company.search_read',
    params: [[['id', '=', company]], 0, 1, null, ['party.code']],
    answer: z.array(companyRow),
  });
  if (!rows.ok) return rows;
  const [row] = rows.value;
  if (!row) return fail(problem('system-credentials', `Our user may not see company ${company} in the ERP.`));
  return ok(row['party.'].code ?? String(company));
}

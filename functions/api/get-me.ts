import { apiHandler } from '#adapters/lambda/api-handler.ts';
import { apiOperation } from '#api/operation.ts';
import { exceptionOwnersOf, mayOf } from '#api/roles.ts';
import { getMe } from '#api/routes/me.ts';
import { problem } from '#core/kernel/problem.ts';
import { fail, ok } from '#core/kernel/result.ts';

export const operation = apiOperation(getMe, async (_input, { person }) => {
  if (!person) return fail(problem('forbidden', 'Only people who sign in have roles.'));
  const { id, roles } = person;
  return ok({ id, roles: [...roles], may: [...mayOf(roles)], decides: [...exceptionOwnersOf(roles)] });
});

export const handler = apiHandler(operation);

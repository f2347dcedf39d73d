import type { Exception } from '#core/canonical/exception.ts';
import { type Problem, problem } from '#core/kernel/problem.ts';
import type { ApiContext } from '../operation.ts';
import { exceptionOwnersOf, type Role, roles } from '../roles.ts';

/** To work on an exception is to claim, assign or comment it; to decide is to resolve it or open it again. */
export type ExceptionWork = 'work' | 'decide';

/** Whoever keeps the flows running may see to everything, and decide only what is theirs. */
const SEES_TO_EVERYTHING: Role = 'ops';

/**
 * Why a person may not do this with an exception: it is for a role the person does not have. A machine may what its
 * scopes allow.
 */
export const exceptionRefusal =
  ({ person }: Pick<ApiContext, 'person'>, what: ExceptionWork) =>
  ({ owner }: Pick<Exception, 'owner'>): Problem | undefined => {
    if (person === undefined || exceptionOwnersOf(person.roles).includes(owner)) return undefined;
    if (what === 'work' && person.roles.includes(SEES_TO_EVERYTHING)) return undefined;
    const needed = roles.filter((role) => exceptionOwnersOf([role]).includes(owner)).join(' or ');
    const have = person.roles.join(' and ') || 'none';
    return problem('forbidden', `This exception is for ${needed} to decide; your role is ${have}.`);
  };

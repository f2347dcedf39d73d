import { createContext, useContext } from 'react';

export type Role = 'ops' | 'buyer' | 'planner' | 'steward' | 'auditor';

/** Who signed in, and what the API lets them do. */
export interface Me {
  readonly id: string;
  readonly name?: string;
  readonly roles: readonly Role[];
  /** Scopes, such as `exceptions.claim`. */
  readonly may: readonly string[];
}

const context = createContext<Me | undefined>(undefined);
export const MeProvider = context.Provider;

export function useMe(): Me {
  const me = useContext(context);
  if (!me) throw new Error('useMe is for what stands inside MeProvider');
  return me;
}

/**
 * Whether the person may do something: `const may = useMay(); may('exceptions.claim') && <Button…>`.
 * What may not be done is not shown; the API refuses it all the same.
 */
export function useMay(): (scope: string) => boolean {
  const { may } = useMe();
  return (scope) => may.includes(scope);
}

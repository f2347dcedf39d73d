import { createContext, useContext } from 'react';
import type { Me } from '#contracts/client.ts';

const context = createContext<Me | undefined>(undefined);
export const MeProvider = context.Provider;

/** Who signed in, in which roles, and what the API lets them do. */
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

import { createContext, useContext } from 'react';
import type { ConsoleConfig } from './config.ts';
import type { Session } from './session.ts';

interface SessionContext {
  readonly config: ConsoleConfig;
  readonly session: Session;
}

const context = createContext<SessionContext | undefined>(undefined);
export const SessionProvider = context.Provider;

/** The person's session and where the console runs. */
export function useSession(): SessionContext {
  const found = useContext(context);
  if (!found) throw new Error('useSession is for what stands inside SessionProvider');
  return found;
}

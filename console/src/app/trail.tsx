import { createContext, type ReactNode, useContext, useMemo, useState } from 'react';

/** One step of the way here. */
export interface TrailStep {
  readonly text: string;
  readonly href: string;
}

interface Trail {
  readonly steps: readonly TrailStep[];
  readonly show: (steps: readonly TrailStep[]) => void;
}

const context = createContext<Trail | undefined>(undefined);

/** Carries the breadcrumbs from the page that knows them to the frame that shows them. */
export function TrailProvider({ children }: { readonly children: ReactNode }) {
  const [steps, show] = useState<readonly TrailStep[]>([]);
  const value = useMemo(() => ({ steps, show }), [steps]);
  return <context.Provider value={value}>{children}</context.Provider>;
}

export function useTrail(): Trail {
  const found = useContext(context);
  if (!found) throw new Error('useTrail is for what stands inside TrailProvider');
  return found;
}

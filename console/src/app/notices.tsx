import Flashbar, { type FlashbarProps } from '@cloudscape-design/components/flashbar';
import { createContext, type ReactNode, useCallback, useContext, useMemo, useState } from 'react';

interface Notice {
  readonly type: 'success' | 'info' | 'warning' | 'error';
  readonly text: ReactNode;
}

interface Notices {
  readonly items: readonly FlashbarProps.MessageDefinition[];
  readonly notify: (notice: Notice) => void;
}

const context = createContext<Notices | undefined>(undefined);

const KEPT = 4;

/** Holds what the console has to say after something was done; read out by screen readers. */
export function NoticesProvider({ children }: { readonly children: ReactNode }) {
  const [items, setItems] = useState<readonly FlashbarProps.MessageDefinition[]>([]);
  const notify = useCallback(({ type, text }: Notice) => {
    const id = crypto.randomUUID();
    const dismiss = () => setItems((shown) => shown.filter((item) => item.id !== id));
    const item: FlashbarProps.MessageDefinition = {
      id,
      type,
      content: text,
      dismissible: true,
      dismissLabel: 'Dismiss this message',
      onDismiss: dismiss,
      ariaRole: type === 'error' ? 'alert' : 'status',
    };
    setItems((shown) => [item, ...shown].slice(0, KEPT));
  }, []);
  const value = useMemo(() => ({ items, notify }), [items, notify]);
  return <context.Provider value={value}>{children}</context.Provider>;
}

function useNotices(): Notices {
  const found = useContext(context);
  if (!found) throw new Error('useNotices is for what stands inside NoticesProvider');
  return found;
}

/** Says above the page what was done: `notify({ type: 'success', text: 'Claimed.' })`. */
export const useNotify = (): ((notice: Notice) => void) => useNotices().notify;

export function NoticesBar() {
  return <Flashbar items={useNotices().items} />;
}

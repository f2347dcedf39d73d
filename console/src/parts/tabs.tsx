import CloudscapeTabs from '@cloudscape-design/components/tabs';
import type { ReactNode } from 'react';
import { useFilters } from './use-filters.ts';

export interface Tab {
  readonly id: string;
  readonly label: string;
  readonly content: ReactNode;
}

interface TabsProps {
  readonly label: string;
  readonly tabs: readonly Tab[];
  /** The name of the tab in the address; give another when a page has two rows of tabs. */
  readonly name?: string;
}

/** Tabs whose choice is part of the address. Only the open one's content is drawn. */
export function Tabs({ label, tabs, name = 'tab' }: TabsProps) {
  const [filters, set] = useFilters([name]);
  const active = tabs.find(({ id }) => id === filters[name]) ?? tabs[0];
  return (
    <CloudscapeTabs
      ariaLabel={label}
      activeTabId={active?.id ?? ''}
      onChange={({ detail }) => set({ [name]: detail.activeTabId })}
      tabs={tabs.map((tab) => ({
        id: tab.id,
        label: tab.label,
        content: tab.id === active?.id ? tab.content : null,
      }))}
    />
  );
}

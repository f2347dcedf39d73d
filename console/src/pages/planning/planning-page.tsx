import Tabs from '@cloudscape-design/components/tabs';
import { useNavigate } from 'react-router';
import { Page } from '../../parts/page.tsx';
import { Proposals } from './proposals.tsx';
import { Releases } from './releases.tsx';
import { Runs } from './runs.tsx';

const tabs = {
  releases: { label: 'Forecast releases', Content: Releases },
  runs: { label: 'Replenishment runs', Content: Runs },
  proposals: { label: 'Proposals', Content: Proposals },
} as const;

/** What planning sent, what was computed from it, and what is to be decided. Each tab has an address of its own. */
export function PlanningPage({ tab }: { readonly tab: keyof typeof tabs }) {
  const navigate = useNavigate();
  const { Content } = tabs[tab];
  return (
    <Page
      title="Planning"
      description="What planning sent, what was computed from it, and what is to be decided."
    >
      <Tabs
        ariaLabel="Planning"
        activeTabId={tab}
        onChange={({ detail }) => void navigate(`/${detail.activeTabId}`)}
        tabs={Object.entries(tabs).map(([id, { label }]) => ({
          id,
          label,
          content: id === tab ? <Content /> : null,
        }))}
      />
    </Page>
  );
}

import SideNavigation, { type SideNavigationProps } from '@cloudscape-design/components/side-navigation';
import { useLocation } from 'react-router';
import { useFollow } from '../parts/page-link.tsx';
import { useMay } from '../session/me.ts';
import { pageOf, pages } from './pages.ts';

/** What this person may see, grouped by what one comes for. */
export function Navigation() {
  const may = useMay();
  const follow = useFollow();
  const { pathname } = useLocation();
  const visible = pages.filter(({ scope }) => may(scope));
  const groups = [...new Set(visible.map(({ group }) => group))];
  const items: SideNavigationProps.Item[] = groups.map((group) => ({
    type: 'section-group',
    title: group,
    items: visible
      .filter((page) => page.group === group)
      .map(({ label, path }) => ({ type: 'link', text: label, href: path })),
  }));
  return (
    <SideNavigation
      header={{ text: 'Crossdock', href: '/' }}
      items={items}
      activeHref={pageOf(pathname)?.path ?? pathname}
      onFollow={follow}
    />
  );
}

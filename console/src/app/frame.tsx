import AppLayoutToolbar from '@cloudscape-design/components/app-layout-toolbar';
import BreadcrumbGroup from '@cloudscape-design/components/breadcrumb-group';
import { useState } from 'react';
import { useFollow } from '../parts/page-link.tsx';
import { CurrentPage } from './current-page.tsx';
import { Navigation } from './navigation.tsx';
import { NoticesBar } from './notices.tsx';
import { TopBar } from './top-bar.tsx';
import { useTrail } from './trail.tsx';

/** What stands around every page. */
export function Frame() {
  const { steps } = useTrail();
  const [open, setOpen] = useState(() => window.innerWidth > 900);
  const follow = useFollow();
  return (
    <>
      <a className="skip-link" href="#content">
        Skip to the content
      </a>
      <div id="top-bar">
        <TopBar />
      </div>
      <AppLayoutToolbar
        headerSelector="#top-bar"
        toolsHide
        navigation={<Navigation />}
        navigationOpen={open}
        onNavigationChange={({ detail }) => setOpen(detail.open)}
        breadcrumbs={
          steps.length > 1 ? (
            <BreadcrumbGroup items={[...steps]} onFollow={follow} ariaLabel="Breadcrumbs" />
          ) : undefined
        }
        notifications={<NoticesBar />}
        stickyNotifications
        content={<CurrentPage />}
        ariaLabels={{
          navigation: 'Pages',
          navigationToggle: 'Show pages',
          navigationClose: 'Hide pages',
          notifications: 'Messages',
        }}
      />
    </>
  );
}

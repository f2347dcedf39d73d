import Box from '@cloudscape-design/components/box';
import Spinner from '@cloudscape-design/components/spinner';
import { Suspense } from 'react';
import { Navigate, useLocation } from 'react-router';
import { Empty } from '../parts/empty.tsx';
import { Page } from '../parts/page.tsx';
import { PageBoundary } from '../parts/page-boundary.tsx';
import { useMay } from '../session/me.ts';
import { pageOf, pages } from './pages.ts';

/** The page of the address, once it is loaded; or why there is none. */
export function CurrentPage() {
  const may = useMay();
  const { pathname } = useLocation();
  const first = pages.find(({ scope }) => may(scope));
  if (first && pathname === '/') return <Navigate to={first.path} replace />;
  if (!first) return <NoRole />;
  const page = pageOf(pathname);
  if (!page) {
    return (
      <Page title="There is no such page">
        <Empty title="Nothing is kept under this address" hint="Choose a page from the list on the left." />
      </Page>
    );
  }
  if (!may(page.scope)) {
    return (
      <Page title={page.label}>
        <Empty
          title="Your roles do not open this page"
          hint={`Ask whoever gives out roles if you should see it. (Permission: ${page.scope})`}
        />
      </Page>
    );
  }
  const Content = page.component;
  return (
    <PageBoundary key={page.path}>
      <Suspense
        fallback={
          <Box textAlign="center" padding="xxl">
            <Spinner size="large" /> Loading {page.label.toLowerCase()}…
          </Box>
        }
      >
        <Content />
      </Suspense>
    </PageBoundary>
  );
}

const NoRole = () => (
  <Page title="Crossdock">
    <Empty
      title="You have no role yet"
      hint="You are signed in, but nobody has given you a role. Ask whoever gives out roles, then load this page again."
    />
  </Page>
);

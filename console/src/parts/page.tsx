import ContentLayout from '@cloudscape-design/components/content-layout';
import Header from '@cloudscape-design/components/header';
import { type ReactNode, useEffect, useRef } from 'react';
import { useLocation } from 'react-router';
import { type TrailStep, useTrail } from '../app/trail.tsx';

interface PageProps {
  /** The heading, also the title of the tab. */
  readonly title: string;
  /** One sentence on what this page is for. */
  readonly description?: ReactNode;
  /** The pages above this one, outermost first: `[{ text: 'Exceptions', href: '/exceptions' }]`. */
  readonly above?: readonly TrailStep[];
  /** Buttons at the right of the heading. */
  readonly actions?: ReactNode;
  /** Beside the heading, such as a state. */
  readonly info?: ReactNode;
  readonly children: ReactNode;
}

/** The path whose heading had the focus last; the first page of a visit leaves the focus alone. */
let shown: string | undefined;

/** Every page's outer part: heading, tab title, breadcrumbs, and the focus when the page changes. */
export function Page({ title, description, above = [], actions, info, children }: PageProps) {
  const { pathname } = useLocation();
  const { show } = useTrail();
  const heading = useRef<HTMLDivElement>(null);
  const trail = JSON.stringify([...above, { text: title, href: pathname }]);

  useEffect(() => {
    document.title = title === 'Crossdock' ? title : `${title} · Crossdock`;
  }, [title]);

  useEffect(() => show(JSON.parse(trail)), [show, trail]);

  useEffect(() => {
    if (shown !== undefined && shown !== pathname) {
      heading.current?.focus({ preventScroll: true });
      window.scrollTo(0, 0);
    }
    shown = pathname;
  }, [pathname]);

  return (
    <ContentLayout
      header={
        <div id="content" ref={heading} tabIndex={-1}>
          <Header variant="h1" description={description} actions={actions} info={info}>
            {title}
          </Header>
        </div>
      }
    >
      {children}
    </ContentLayout>
  );
}

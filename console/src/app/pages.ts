import { type ComponentType, type LazyExoticComponent, lazy } from 'react';

/**
 * A page of the console. Its folder `pages/<folder>/index.tsx` exports by default a component that renders
 * `<Routes>` with the full paths below; it is loaded when it is first opened.
 */
export interface PageEntry {
  readonly component: LazyExoticComponent<ComponentType>;
  readonly label: string;
  /** Where the navigation leads. */
  readonly path: string;
  /** The first parts of every path that is this page's: `/orders/…` belongs to the documents. */
  readonly segments: readonly string[];
  /** Who lacks it does not see the page. */
  readonly scope: string;
  readonly group: 'Every day' | 'Repair' | 'Partners and systems' | 'Control';
}

/** The pages, in the order of the navigation. */
export const pages: readonly PageEntry[] = [
  {
    component: lazy(() => import('../pages/overview/index.tsx')),
    label: 'Overview',
    path: '/overview',
    segments: ['overview', 'measures'],
    scope: 'measures.read',
    group: 'Every day',
  },
  {
    component: lazy(() => import('../pages/exceptions/index.tsx')),
    label: 'Exceptions',
    path: '/exceptions',
    segments: ['exceptions'],
    scope: 'exceptions.read',
    group: 'Every day',
  },
  {
    component: lazy(() => import('../pages/planning/index.tsx')),
    label: 'Planning',
    path: '/planning',
    segments: ['planning', 'releases', 'runs', 'proposals'],
    scope: 'forecast-releases.read',
    group: 'Every day',
  },
  {
    component: lazy(() => import('../pages/documents/index.tsx')),
    label: 'Documents and lineage',
    path: '/documents',
    segments: [
      'documents',
      'lineage',
      'orders',
      'interchanges',
      'partner-documents',
      'invoices',
      'shipments',
      'suppliers',
      'items',
    ],
    scope: 'search.read',
    group: 'Every day',
  },
  {
    component: lazy(() => import('../pages/dead-letters/index.tsx')),
    label: 'Dead letters',
    path: '/dead-letters',
    segments: ['dead-letters', 'redrives'],
    scope: 'dead-letters.read',
    group: 'Repair',
  },
  {
    component: lazy(() => import('../pages/replay/index.tsx')),
    label: 'Replay',
    path: '/replays',
    segments: ['replays'],
    scope: 'replays.read',
    group: 'Repair',
  },
  {
    component: lazy(() => import('../pages/partners/index.tsx')),
    label: 'Partners',
    path: '/partners',
    segments: ['partners'],
    scope: 'partners.read',
    group: 'Partners and systems',
  },
  {
    component: lazy(() => import('../pages/systems/index.tsx')),
    label: 'Systems',
    path: '/systems',
    segments: ['systems'],
    scope: 'systems.read',
    group: 'Partners and systems',
  },
  {
    component: lazy(() => import('../pages/audit/index.tsx')),
    label: 'Audit',
    path: '/audit',
    segments: ['audit'],
    scope: 'audit.read',
    group: 'Control',
  },
];

/** The page that a path belongs to. */
export function pageOf(pathname: string): PageEntry | undefined {
  const segment = pathname.split('/')[1] ?? '';
  return pages.find(({ segments }) => segments.includes(segment));
}

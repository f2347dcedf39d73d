import { type ComponentType, type LazyExoticComponent, lazy } from 'react';

/**
 * A page of the console. Its folder `pages/<folder>/index.tsx` exports by default a component that renders
 * `<Routes>` with the full paths below; it is loaded when it is first opened.
 */
export interface PageEntry {
  readonly folder: string;
  readonly label: string;
  /** Where the navigation leads. */
  readonly path: string;
  /** The first parts of every path that is this page's: `/orders/…` belongs to the documents. */
  readonly segments: readonly string[];
  /** Who lacks it does not see the page. */
  readonly scope: string;
  readonly group: 'Every day' | 'Repair' | 'Partners and systems' | 'Control';
}

const table: readonly PageEntry[] = [
  {
    folder: 'overview',
    label: 'Overview',
    path: '/overview',
    segments: ['overview', 'measures'],
    scope: 'measures.read',
    group: 'Every day',
  },
  {
    folder: 'exceptions',
    label: 'Exceptions',
    path: '/exceptions',
    segments: ['exceptions'],
    scope: 'exceptions.read',
    group: 'Every day',
  },
  {
    folder: 'planning',
    label: 'Planning',
    path: '/planning',
    segments: ['planning', 'releases', 'runs', 'proposals'],
    scope: 'forecast-releases.read',
    group: 'Every day',
  },
  {
    folder: 'documents',
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
    folder: 'dead-letters',
    label: 'Dead letters',
    path: '/dead-letters',
    segments: ['dead-letters', 'redrives'],
    scope: 'dead-letters.read',
    group: 'Repair',
  },
  {
    folder: 'replay',
    label: 'Replay',
    path: '/replays',
    segments: ['replays'],
    scope: 'replays.read',
    group: 'Repair',
  },
  {
    folder: 'partners',
    label: 'Partners',
    path: '/partners',
    segments: ['partners'],
    scope: 'partners.read',
    group: 'Partners and systems',
  },
  {
    folder: 'systems',
    label: 'Systems',
    path: '/systems',
    segments: ['systems'],
    scope: 'systems.read',
    group: 'Partners and systems',
  },
  {
    folder: 'audit',
    label: 'Audit',
    path: '/audit',
    segments: ['audit'],
    scope: 'audit.read',
    group: 'Control',
  },
];

const modules = import.meta.glob<{ readonly default: ComponentType }>('../pages/*/index.tsx');

const components = new Map<string, LazyExoticComponent<ComponentType>>(
  Object.entries(modules).map(([path, load]) => [path.split('/').at(-2) ?? '', lazy(load)]),
);

/** The pages there are, in the order of the navigation. */
export const pages: readonly PageEntry[] = table.filter(({ folder }) => components.has(folder));

/** The page that a path belongs to, with its component. */
export function pageOf(
  pathname: string,
): { readonly entry: PageEntry; readonly component: LazyExoticComponent<ComponentType> } | undefined {
  const segment = pathname.split('/')[1] ?? '';
  const entry = pages.find(({ segments }) => segments.includes(segment));
  const component = entry && components.get(entry.folder);
  return entry && component && { entry, component };
}

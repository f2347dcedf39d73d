import type { ReactNode } from 'react';
import { pathOf } from './entity-paths.ts';
import { words } from './format.ts';
import { PageLink } from './page-link.tsx';

interface EntityLinkProps {
  /** The record's type as the API names it: `purchase-order`, `partner`. */
  readonly type: string;
  readonly id: string;
  /** What to show; the id otherwise. */
  readonly children?: ReactNode;
}

/** A record, as a link to where it is looked at; plain text when it has no page. */
export function EntityLink({ type, id, children }: EntityLinkProps) {
  const path = pathOf(type, id);
  const text = children ?? id;
  if (path === undefined) return <span title={words(type)}>{text}</span>;
  return <PageLink href={path}>{text}</PageLink>;
}

import { EntityLink } from '../../parts/entity-link.tsx';
import { StateBadge } from '../../parts/state-badge.tsx';
import type { ChainNode } from './chain-layout.ts';

/** What is awaited has no record to open. */
export const NodeName = ({ node: { awaited, recordType, recordId, title } }: { readonly node: ChainNode }) =>
  awaited ? (
    title
  ) : (
    <EntityLink type={recordType} id={recordId}>
      {title}
    </EntityLink>
  );

export const NodeState = ({ node: { awaited, state } }: { readonly node: ChainNode }) =>
  awaited ? <StateBadge state="awaited" tone="pending" /> : <StateBadge state={state} />;

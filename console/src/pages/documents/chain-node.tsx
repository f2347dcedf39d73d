import { EntityLink } from '../../parts/entity-link.tsx';
import { StateBadge } from '../../parts/state-badge.tsx';
import type { ChainNode } from './chain-layout.ts';

/** A node's name as a link to its record; what is awaited has none, and a posting is looked at in its system. */
export function NodeName({ node }: { readonly node: ChainNode }) {
  const { awaited, recordType, recordId, title, system } = node;
  if (awaited) return title;
  const [type, id] = recordType === 'posting' ? ['system', system] : [recordType, recordId];
  return (
    <EntityLink type={type} id={id}>
      {title}
    </EntityLink>
  );
}

export const NodeState = ({ node: { awaited, state } }: { readonly node: ChainNode }) =>
  awaited ? <StateBadge state="awaited" tone="pending" /> : <StateBadge state={state} />;

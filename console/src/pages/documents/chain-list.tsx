import Table from '@cloudscape-design/components/table';
import type { Lineage } from '#contracts/client.ts';
import { Instant } from '../../parts/instant.tsx';
import { type ChainNode, stations } from './chain-layout.ts';
import { NodeName, NodeState } from './chain-node.tsx';

/** The chain in the order of the business, one line a node, with what each follows from. */
export function ChainList({ lineage: { nodes, edges } }: { readonly lineage: Lineage }) {
  const rank = (node: ChainNode) => stations.findIndex(({ station }) => station === node.station);
  const sorted = [...nodes].sort(
    (a, b) => rank(a) - rank(b) || (a.at ?? '9999').localeCompare(b.at ?? '9999'),
  );
  const titleOf = new Map(nodes.map(({ id, title }) => [id, title]));
  const before = (node: ChainNode) =>
    edges.flatMap(({ from, to }) => (to === node.id ? [titleOf.get(from) ?? from] : [])).join(', ');
  return (
    <Table<ChainNode>
      variant="borderless"
      items={sorted}
      trackBy="id"
      wrapLines
      ariaLabels={{ tableLabel: 'The chain as a list' }}
      columnDefinitions={[
        {
          id: 'station',
          header: 'Station',
          cell: (node) => stations[rank(node)]?.title ?? node.station,
        },
        { id: 'what', header: 'What', isRowHeader: true, cell: (node) => <NodeName node={node} /> },
        { id: 'state', header: 'State', cell: (node) => <NodeState node={node} /> },
        { id: 'system', header: 'System', cell: ({ system }) => system },
        { id: 'at', header: 'When', cell: ({ at }) => (at ? <Instant at={at} /> : 'Not yet') },
        { id: 'before', header: 'Follows from', cell: (node) => before(node) || '–' },
      ]}
    />
  );
}

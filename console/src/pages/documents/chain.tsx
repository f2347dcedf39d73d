import Alert from '@cloudscape-design/components/alert';
import Container from '@cloudscape-design/components/container';
import ExpandableSection from '@cloudscape-design/components/expandable-section';
import Header from '@cloudscape-design/components/header';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { type RefObject, useEffect, useMemo, useRef } from 'react';
import type { Lineage } from '#contracts/client.ts';
import { Empty } from '../../parts/empty.tsx';
import { Instant } from '../../parts/instant.tsx';
import { layoutChain, type PlacedNode, sizes } from './chain-layout.ts';
import { ChainList } from './chain-list.tsx';
import { NodeName, NodeState } from './chain-node.tsx';
import './chain.css';

/** A record's chain from the plan to the invoice as a picture, and as a list for who cannot see it. */
export function Chain({ lineage }: { readonly lineage: Lineage }) {
  const layout = useMemo(() => layoutChain(lineage), [lineage]);
  const scroller = useRef<HTMLElement>(null);
  const root = layout.nodes.find(({ node }) => node.id === lineage.root);
  useScrollTo(scroller, root);
  return (
    <Container
      header={
        <Header
          variant="h2"
          description="From the plan to the invoice. What is dashed is due and not there yet. Open a card to see its record."
        >
          The chain
        </Header>
      }
    >
      <SpaceBetween size="s">
        {lineage.cut && (
          <Alert type="info">
            More hangs on it than is shown. Open one of the cards to follow it from there.
          </Alert>
        )}
        {layout.nodes.length === 0 ? (
          <Empty title="It stands in no chain yet" />
        ) : (
          // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
          <section className="chain" ref={scroller} tabIndex={0} aria-label="The chain as a picture">
            <div className="chain-picture" style={{ width: layout.width, height: layout.height }}>
              <svg width={layout.width} height={layout.height} aria-hidden="true">
                {layout.edges.map(({ id, path, awaited }) => (
                  <path key={id} d={path} className={awaited ? 'awaited' : ''} />
                ))}
              </svg>
              {layout.columns.map(({ station, title, x }) => (
                <div key={station} className="chain-title" style={{ left: x }}>
                  {title}
                </div>
              ))}
              {layout.nodes.map((placed) => (
                <Card key={placed.node.id} placed={placed} isRoot={placed.node.id === lineage.root} />
              ))}
            </div>
          </section>
        )}
        <ExpandableSection headerText="The same as a list">
          <ChainList lineage={lineage} />
        </ExpandableSection>
      </SpaceBetween>
    </Container>
  );
}

/** Brings the record that was asked about into view, once: later looks leave the scroll position alone. */
function useScrollTo(scroller: RefObject<HTMLElement | null>, root: PlacedNode | undefined): void {
  const [x, y] = [root?.x, root?.y];
  useEffect(() => {
    const element = scroller.current;
    if (element && x !== undefined && y !== undefined) {
      element.scrollLeft = x - (element.clientWidth - sizes.card.width) / 2;
      element.scrollTop = y - (element.clientHeight - sizes.card.height) / 2;
    }
  }, [scroller, x, y]);
}

function Card({ placed: { node, x, y }, isRoot }: { readonly placed: PlacedNode; readonly isRoot: boolean }) {
  const { system, at, awaited } = node;
  const classes = ['chain-card', awaited && 'awaited', isRoot && 'root'].filter(Boolean).join(' ');
  return (
    <div className={classes} style={{ left: x, top: y, ...sizes.card }}>
      <div className="chain-name">
        <NodeName node={node} />
      </div>
      <NodeState node={node} />
      <div className="chain-small">{system}</div>
      <div className="chain-small">{at ? <Instant at={at} /> : 'not yet'}</div>
    </div>
  );
}

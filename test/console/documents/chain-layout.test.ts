import { describe, expect, it } from 'vitest';
import { lineage } from '#api/resources/lineage.ts';
import { type ChainNode, layoutChain, sizes, stations } from '#console/pages/documents/chain-layout.ts';

const aNode = (id: string, station: ChainNode['station'], over: Partial<ChainNode> = {}): ChainNode => ({
  id,
  station,
  recordType: 'purchase-order',
  recordId: id,
  title: id,
  state: 'confirmed',
  system: 'tryton',
  at: '2026-11-20T10:00:00.000Z',
  awaited: false,
  ...over,
});

describe('the picture of a chain', () => {
  it('[O1] has a column for every station of the contract, in the order of the business', () => {
    const known = lineage.shape.nodes.element.shape.station.options;
    expect(stations.map(({ station }) => station)).toEqual(known);
  });

  it('[O1] leaves out stations that have nothing, and keeps the order whatever order nodes come in', () => {
    const { columns, nodes } = layoutChain({
      nodes: [aNode('in', 'invoice'), aNode('po', 'order'), aNode('fr', 'release')],
      edges: [],
    });
    expect(columns.map(({ title }) => title)).toEqual(['Release', 'Order', 'Invoice']);
    const xOf = (id: string) => nodes.find(({ node }) => node.id === id)?.x ?? -1;
    expect(xOf('fr')).toBe(0);
    expect(xOf('fr')).toBeLessThan(xOf('po'));
    expect(xOf('po')).toBeLessThan(xOf('in'));
  });

  it('[O1] stacks a station from the earliest to what is awaited, without overlap', () => {
    const { at: _none, ...awaited } = aNode('next', 'answer', { awaited: true });
    const { nodes, height } = layoutChain({
      nodes: [awaited, aNode('late', 'answer', { at: '2026-11-21T10:00:00.000Z' }), aNode('early', 'answer')],
      edges: [],
    });
    const sorted = [...nodes].sort((a, b) => a.y - b.y);
    expect(sorted.map(({ node }) => node.id)).toEqual(['early', 'late', 'next']);
    for (const [index, { y }] of sorted.slice(1).entries()) {
      expect(y - (sorted[index]?.y ?? 0)).toBeGreaterThanOrEqual(sizes.card.height);
    }
    expect(Math.max(...nodes.map(({ y }) => y)) + sizes.card.height).toBe(height);
  });

  it('[O1] draws an edge from the right of one card to the left of the next, and says what is awaited', () => {
    const { edges } = layoutChain({
      nodes: [aNode('po', 'order'), aNode('answer', 'answer', { awaited: true })],
      edges: [{ from: 'po', to: 'answer' }],
    });
    const middle = sizes.title + sizes.card.height / 2;
    expect(edges).toHaveLength(1);
    expect(edges[0]).toMatchObject({ awaited: true });
    expect(edges[0]?.path).toMatch(
      new RegExp(`^M ${sizes.card.width} ${middle} C .+ ${sizes.card.width + sizes.gap.x} ${middle}$`),
    );
  });

  it('[O1] joins two of one station straight down, and leaves out edges to what is not shown', () => {
    const { edges } = layoutChain({
      nodes: [aNode('first', 'answer'), aNode('second', 'answer', { at: '2026-11-21T10:00:00.000Z' })],
      edges: [
        { from: 'first', to: 'second' },
        { from: 'second', to: 'gone' },
      ],
    });
    expect(edges.map(({ path }) => path)).toEqual([expect.stringMatching(/^M 88 \d+ L 88 \d+$/)]);
  });

  it('[O1] an edge past other stations runs below all cards, each in a lane of its own', () => {
    const { edges, nodes, height } = layoutChain({
      nodes: [
        aNode('po', 'order'),
        aNode('sent', 'order-sent'),
        aNode('asn', 'ship-notice'),
        aNode('in', 'invoice'),
      ],
      edges: [
        { from: 'po', to: 'sent' },
        { from: 'po', to: 'asn' },
        { from: 'po', to: 'in' },
      ],
    });
    const bottom = Math.max(...nodes.map(({ y }) => y)) + sizes.card.height;
    const lanes = edges.flatMap(({ path }) => / L \d+ (\d+)/.exec(path)?.[1] ?? []).map(Number);
    expect(lanes).toHaveLength(2);
    expect(new Set(lanes).size).toBe(2);
    for (const lane of lanes) {
      expect(lane).toBeGreaterThan(bottom);
      expect(lane).toBeLessThan(height);
    }
  });

  it('[O1] three hundred nodes make a picture whose lanes do not outgrow it', () => {
    const orders = Array.from({ length: 150 }, (_, i) => aNode(`po-${i}`, 'order'));
    const sent = orders.map(({ id }) => aNode(`sent-${id}`, 'order-sent'));
    const { edges, nodes, height } = layoutChain({
      nodes: [...orders, aNode('posting', 'posting'), ...sent],
      edges: orders.map(({ id }) => ({ from: id, to: `sent-${id}` })),
    });
    const bottom = Math.max(...nodes.map(({ y }) => y)) + sizes.card.height;
    expect(edges).toHaveLength(150);
    expect(height - bottom).toBeLessThanOrEqual(9 * sizes.lane);
  });

  it('[O1] nothing is a picture without a size, not a failure', () => {
    expect(layoutChain({ nodes: [], edges: [] })).toMatchObject({ width: 0, nodes: [], columns: [] });
  });
});

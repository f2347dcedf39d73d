import type { Lineage } from '#contracts/client.ts';

export type ChainNode = Lineage['nodes'][number];
export type Station = ChainNode['station'];

/** The stations in the order of the business, with the words above their column. */
export const stations: readonly { readonly station: Station; readonly title: string }[] = [
  { station: 'plan', title: 'Plan' },
  { station: 'release', title: 'Release' },
  { station: 'run', title: 'Run' },
  { station: 'proposal', title: 'Proposal' },
  { station: 'approval', title: 'Approval' },
  { station: 'order', title: 'Order' },
  { station: 'posting', title: 'Posting' },
  { station: 'order-sent', title: 'Sent' },
  { station: 'answer', title: 'Answer' },
  { station: 'ship-notice', title: 'Ship notice' },
  { station: 'receipt', title: 'Receipt' },
  { station: 'invoice', title: 'Invoice' },
  { station: 'invoice-posting', title: 'Invoice posted' },
];

/** Sizes of the picture, in pixels. */
export const sizes = { card: { width: 168, height: 112 }, gap: { x: 40, y: 16 }, title: 28 } as const;

export interface PlacedNode {
  readonly node: ChainNode;
  readonly x: number;
  readonly y: number;
}

export interface PlacedEdge {
  readonly id: string;
  /** An SVG path from the one card to the other. */
  readonly path: string;
  /** It leads to something that is awaited. */
  readonly awaited: boolean;
}

export interface ChainLayout {
  readonly width: number;
  readonly height: number;
  readonly columns: readonly { readonly station: Station; readonly title: string; readonly x: number }[];
  readonly nodes: readonly PlacedNode[];
  readonly edges: readonly PlacedEdge[];
}

/**
 * Where each node of a chain stands: a column for every station that has any, left to right in the order of the
 * business; in a column the earliest at the top, what is awaited at the bottom; columns centred. Pure.
 */
export function layoutChain({ nodes, edges }: Pick<Lineage, 'nodes' | 'edges'>): ChainLayout {
  const { card, gap } = sizes;
  const columns = stations
    .map((column) => ({ ...column, of: nodesOf(nodes, column.station) }))
    .filter(({ of }) => of.length > 0)
    .map((column, index) => ({ ...column, x: index * (card.width + gap.x) }));
  const most = Math.max(1, ...columns.map(({ of }) => of.length));
  const tallest = heightOf(most);
  const placed = columns.flatMap(({ of, x }) => {
    const top = sizes.title + (tallest - heightOf(of.length)) / 2;
    return of.map((node, row) => ({ node, x, y: top + row * (card.height + gap.y) }));
  });
  return {
    width: Math.max(0, columns.length * (card.width + gap.x) - gap.x),
    height: sizes.title + tallest,
    columns: columns.map(({ station, title, x }) => ({ station, title, x })),
    nodes: placed,
    edges: placeEdges(placed, edges),
  };
}

const heightOf = (rows: number): number => rows * (sizes.card.height + sizes.gap.y) - sizes.gap.y;

const nodesOf = (nodes: readonly ChainNode[], station: Station): readonly ChainNode[] =>
  nodes.filter((node) => node.station === station).sort((a, b) => timeOf(a).localeCompare(timeOf(b)));

/** What has no time yet comes after everything that has one. */
const timeOf = ({ at }: ChainNode): string => at ?? '9999';

function placeEdges(placed: readonly PlacedNode[], edges: Lineage['edges']): readonly PlacedEdge[] {
  const byId = new Map(placed.map((one) => [one.node.id, one]));
  return edges.flatMap(({ from, to }) => {
    const [start, end] = [byId.get(from), byId.get(to)];
    if (!start || !end) return [];
    return [{ id: `${from} ${to}`, path: pathBetween(start, end), awaited: end.node.awaited }];
  });
}

/** From the right side of one card to the left of the next; within one column from below to above. */
function pathBetween(start: PlacedNode, end: PlacedNode): string {
  const { width, height } = sizes.card;
  if (start.x === end.x) {
    const x = start.x + width / 2;
    const [upper, lower] = start.y < end.y ? [start, end] : [end, start];
    return `M ${x} ${upper.y + height} L ${x} ${lower.y}`;
  }
  const [left, right] = start.x < end.x ? [start, end] : [end, start];
  const from = { x: left.x + width, y: left.y + height / 2 };
  const to = { x: right.x, y: right.y + height / 2 };
  // Bends only beside the last card, so that a long edge runs level past the columns between.
  const bend = sizes.gap.x / 2;
  return `M ${from.x} ${from.y} C ${from.x + bend} ${from.y}, ${to.x - bend} ${to.y}, ${to.x} ${to.y}`;
}

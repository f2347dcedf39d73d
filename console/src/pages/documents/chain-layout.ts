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
export const sizes = {
  card: { width: 176, height: 124 },
  gap: { x: 40, y: 16 },
  title: 28,
  lane: 12,
} as const;

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
    .map((column, index) => ({ ...column, x: index * columnWidth }));
  const most = Math.max(1, ...columns.map(({ of }) => of.length));
  const tallest = heightOf(most);
  const placed = columns.flatMap(({ of, x }) => {
    const top = sizes.title + (tallest - heightOf(of.length)) / 2;
    return of.map((node, row) => ({ node, x, y: top + row * (card.height + gap.y) }));
  });
  const { drawn, lanes } = placeEdges(placed, edges, sizes.title + tallest);
  return {
    width: Math.max(0, columns.length * columnWidth - gap.x),
    height: sizes.title + tallest + (lanes > 0 ? (lanes + 1) * sizes.lane : 0),
    columns: columns.map(({ station, title, x }) => ({ station, title, x })),
    nodes: placed,
    edges: drawn,
  };
}

const heightOf = (rows: number): number => rows * (sizes.card.height + sizes.gap.y) - sizes.gap.y;

const nodesOf = (nodes: readonly ChainNode[], station: Station): readonly ChainNode[] =>
  nodes.filter((node) => node.station === station).sort((a, b) => timeOf(a).localeCompare(timeOf(b)));

/** What has no time yet comes after everything that has one. */
const timeOf = ({ at }: ChainNode): string => at ?? '9999';

/** Beyond these, edges share lanes: what hangs together is then read from the list. */
const MOST_LANES = 8;

function placeEdges(placed: readonly PlacedNode[], edges: Lineage['edges'], bottom: number) {
  const byId = new Map(placed.map((one) => [one.node.id, one]));
  let long = 0;
  const drawn = edges.flatMap(({ from, to }): PlacedEdge[] => {
    const [start, end] = [byId.get(from), byId.get(to)];
    if (!start || !end) return [];
    const isLong = Math.abs(end.x - start.x) > columnWidth;
    if (isLong) long += 1;
    const lane = ((long - 1) % MOST_LANES) + 1;
    const path = isLong ? pathBelow(start, end, bottom + lane * sizes.lane) : pathBetween(start, end);
    return [{ id: `${from} ${to}`, path, awaited: end.node.awaited }];
  });
  return { drawn, lanes: Math.min(long, MOST_LANES) };
}

const columnWidth = sizes.card.width + sizes.gap.x;

/** The right side of the card further left, and the left side of the other. */
function sides(start: PlacedNode, end: PlacedNode) {
  const { width, height } = sizes.card;
  const [left, right] = start.x < end.x ? [start, end] : [end, start];
  return {
    from: { x: left.x + width, y: left.y + height / 2 },
    to: { x: right.x, y: right.y + height / 2 },
    bend: sizes.gap.x / 2,
  };
}

/** Between neighbours: side to side; in one column: straight down. */
function pathBetween(start: PlacedNode, end: PlacedNode): string {
  if (start.x === end.x) {
    const x = start.x + sizes.card.width / 2;
    const [upper, lower] = start.y < end.y ? [start, end] : [end, start];
    return `M ${x} ${upper.y + sizes.card.height} L ${x} ${lower.y}`;
  }
  const { from, to, bend } = sides(start, end);
  return `M ${from.x} ${from.y} C ${from.x + bend} ${from.y}, ${to.x - bend} ${to.y}, ${to.x} ${to.y}`;
}

/** Past the columns between: below all cards, in a lane of its own, so that it seems to touch none of them. */
function pathBelow(start: PlacedNode, end: PlacedNode, lane: number): string {
  const { from, to, bend } = sides(start, end);
  const [down, up] = [from.x + bend, to.x - bend];
  return [
    `M ${from.x} ${from.y}`,
    `C ${down} ${from.y}, ${down} ${lane}, ${down + bend} ${lane}`,
    `L ${up - bend} ${lane}`,
    `C ${up} ${lane}, ${up} ${to.y}, ${to.x} ${to.y}`,
  ].join(' ');
}

import type { Station } from '#core/canonical/lineage.ts';
import type { Edge, Lineage, Node } from './model.ts';

/** More is no picture. */
export const MOST_NODES = 300;

/** Nodes and edges as they are found, each once, until there are too many of them. */
export interface Graph {
  /** Add a node, reached from these that are there; its id, or undefined where there is no place left. */
  add(node: Node, ...from: readonly (string | undefined)[]): string | undefined;
  link(from: string | undefined, to: string | undefined): void;
  isLinked(id: string): boolean;
  /** Something was left out on purpose. */
  cut(): void;
  done(root: string): Lineage;
}

export function newGraph(): Graph {
  const nodes = new Map<string, Node>();
  const edges = new Map<string, Edge>();
  let isCut = false;
  const link: Graph['link'] = (from, to) => {
    if (from === undefined || to === undefined || !nodes.has(from) || !nodes.has(to)) return;
    edges.set(`${from} ${to}`, { from, to });
  };
  return {
    add: (node, ...from) => {
      if (!nodes.has(node.id) && nodes.size >= MOST_NODES) {
        isCut = true;
        return undefined;
      }
      if (!nodes.has(node.id)) nodes.set(node.id, node);
      for (const before of from) link(before, node.id);
      return node.id;
    },
    link,
    isLinked: (id) => [...edges.values()].some(({ from, to }) => from === id || to === id),
    cut: () => {
      isCut = true;
    },
    done: (root) => ({
      root,
      nodes: [...nodes.values()].sort(inOrder),
      edges: [...edges.values()],
      cut: isCut,
    }),
  };
}

/** The order of the business. */
const places: { readonly [S in Station]: number } = {
  plan: 0,
  release: 1,
  run: 2,
  proposal: 3,
  approval: 4,
  order: 5,
  posting: 6,
  'order-sent': 7,
  answer: 8,
  'ship-notice': 9,
  receipt: 10,
  invoice: 11,
  'invoice-posting': 12,
};

/** By station, then by time, so that the same chain is always told the same. */
function inOrder(a: Node, b: Node): number {
  if (a.station !== b.station) return places[a.station] - places[b.station];
  const [left, right] = [`${a.at ?? '~'} ${a.id}`, `${b.at ?? '~'} ${b.id}`];
  return left < right ? -1 : 1;
}

import type { StoredRecord } from '#core/kernel/records.ts';
import { releaseIdOf } from '../forecasting/model.ts';
import { runIdOf } from '../replenishment/model.ts';
import type { Graph } from './graph.ts';
import * as node from './nodes.ts';
import type { LineagePorts } from './ports.ts';

type Group = StoredRecord<'approval-group'>;

/** More proposals than these are one node. */
const MOST_PROPOSALS = 5;

/** The file, the release and the run that led to something; the node of the last of them that is there. */
export async function tracePlan(
  { records }: LineagePorts,
  graph: Graph,
  releaseId: string,
): Promise<string | undefined> {
  const release = await records.get('forecast-release', releaseId);
  if (!release) return undefined;
  const document = await records.get('document', release.body.documentId);
  const file = document && graph.add(node.documentNode(document));
  const own = graph.add(node.releaseNode(release), file);
  const run = await records.get('replenishment-run', runIdOf(releaseId));
  if (run) return graph.add(node.runNode(run), own);
  if (release.body.state !== 'approved') return own;
  const shown = { title: 'Replenishment run', state: 'awaited', system: 'crossdock' };
  graph.add(node.awaitedNode('run', release, { ...shown, at: release.body.approvedAt }), own);
  return own;
}

/** An approval group with its proposals, reached from its run; the node of the group. `shown` is never collapsed. */
export async function traceGroup(
  { records }: LineagePorts,
  graph: Graph,
  group: Group,
  from: string | undefined,
  shown?: string,
): Promise<string | undefined> {
  const { proposalIds } = group.body;
  const many = proposalIds.length > MOST_PROPOSALS;
  const alone = many ? proposalIds.filter((id) => id === shown) : proposalIds;
  const proposals = alone.length > 0 ? await records.getMany('proposal', alone) : [];
  const before = proposals
    .toSorted((a, b) => proposalIds.indexOf(a.id) - proposalIds.indexOf(b.id))
    .map((proposal) => graph.add(node.proposalNode(proposal), from));
  if (many) {
    const rest = proposalIds.length - proposals.length;
    before.push(graph.add(node.proposalsNode(group, rest, proposals.length > 0), from));
  }
  return graph.add(node.groupNode(group), ...before);
}

/** The release that a forecast file became: the one its document names, or the one that is being made of it. */
export const releaseOf = ({ id, body: { resultId, attempt } }: StoredRecord<'document'>): string =>
  resultId ?? releaseIdOf(id, attempt);

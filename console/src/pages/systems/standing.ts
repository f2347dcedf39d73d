/** How a system stands, in words. Pure. */
import type { SourceStatus, System, SystemWithPostings } from '#contracts/client.ts';
import { words } from '../../parts/format.ts';
import type { Tone } from '../../parts/states.ts';

export type Posting = SystemWithPostings['postings'][number];

export interface Standing {
  readonly state: 'in use' | 'paused' | 'not answering';
  readonly tone: Tone;
  readonly text: string;
}

/** Whether it is used now. A pause ends by itself at its `until`; a breaker that is open tries again at its own. */
export function standingOf({ maintenance, breaker }: System, now: number): Standing {
  if (maintenance && (maintenance.until === undefined || Date.parse(maintenance.until) > now)) {
    return { state: 'paused', tone: 'warning', text: 'Paused' };
  }
  if (breaker.state === 'open') return { state: 'not answering', tone: 'error', text: 'Does not answer' };
  return { state: 'in use', tone: 'success', text: 'In use' };
}

const what: { readonly [W in SourceStatus['what']]: string } = {
  'master-data': 'Items, suppliers and locations',
  'purchase-orders': 'Purchase orders',
  'goods-receipts': 'Goods receipts',
};
export const sourceText = (source: SourceStatus): string => what[source.what];

/** So many times the expected interval: as the overview judges it. */
const LAGGING_AFTER = 2;
const STALE_AFTER = 6;

/** How fresh what we know of it is, by the last pull that went well. */
export function freshnessOf(
  { succeededAt, everySeconds }: SourceStatus,
  now: number,
): { readonly tone: Tone; readonly text: string } {
  if (succeededAt === undefined) return { tone: 'error', text: 'Never pulled' };
  const missed = (now - Date.parse(succeededAt)) / 1000 / everySeconds;
  if (missed > STALE_AFTER) return { tone: 'error', text: 'Stale' };
  return missed > LAGGING_AFTER ? { tone: 'warning', text: 'Lagging' } : { tone: 'success', text: 'Fresh' };
}

/** The worst of its sources; nothing to say where nothing is pulled. */
export function worstFreshness(
  sources: readonly SourceStatus[],
  now: number,
): ReturnType<typeof freshnessOf> | undefined {
  const all = sources.map((source) => freshnessOf(source, now));
  return all.find(({ tone }) => tone === 'error') ?? all.find(({ tone }) => tone === 'warning') ?? all[0];
}

export interface Lane {
  readonly laneId: string;
  /** In the order in which they are done: one waits for the one before it. */
  readonly postings: readonly Posting[];
}

/** Postings by lane, each lane in its order, the one that waits longest first. */
export function lanesOf(postings: readonly Posting[]): readonly Lane[] {
  const lanes = Map.groupBy(
    [...postings].sort((a, b) => a.createdAt.localeCompare(b.createdAt)),
    ({ laneId }) => laneId,
  );
  return [...lanes].map(([laneId, inLane]) => ({ laneId, postings: inLane }));
}

/** `create-purchase-order` → `Create purchase order`. */
export const operationText = ({ operation }: Posting): string => words(operation);

/** What a lane is of: an order, or an invoice that stands alone. */
export const laneType = ({ operation, laneId, documentId }: Posting): 'purchase-order' | 'invoice' =>
  operation.includes('invoice') && laneId === documentId ? 'invoice' : 'purchase-order';

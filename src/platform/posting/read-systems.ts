/** Systems of record as those see them who keep them running. */
import type { SystemOfRecordSettings } from '#core/canonical/settings.ts';
import type { SourceStatus } from '#core/canonical/source-status.ts';
import type { Clock } from '#core/kernel/clock.ts';
import type { Instant } from '#core/kernel/dates.ts';
import { problem } from '#core/kernel/problem.ts';
import type { Records } from '#core/kernel/records.ts';
import { fail, ok, type Result } from '#core/kernel/result.ts';
import type { Settings, StoredSetting } from '#core/kernel/settings.ts';
import { dueAt, type Posting } from './model.ts';
import type { PostingStore, SystemLoads } from './ports.ts';
import { maintenanceAt } from './rules/maintenance.ts';

export interface SystemPorts {
  readonly settings: Settings;
  readonly records: Pick<Records, 'list'>;
  readonly loads: Pick<SystemLoads, 'get'>;
  readonly postings: Pick<PostingStore, 'due'>;
  readonly clock: Clock;
}

/** A system with how it is met; a maintenance whose time is over is none. */
export type SeenSystem = SystemOfRecordSettings & {
  readonly version: number;
  readonly breaker: {
    state: 'closed' | 'open';
    since?: Instant;
    until?: Instant;
    because?: string;
  };
  sources: SourceStatus[];
};

/** The systems that orders are routed to, each once; one that nobody has set up is left out. */
export async function listSystems(ports: SystemPorts): Promise<readonly SeenSystem[]> {
  const routing = await ports.settings.get('routing');
  const ids = [...new Set(routing?.value.rules.map(({ system }) => system))].sort();
  const sources = await sourceStatuses(ports);
  const seen: SeenSystem[] = [];
  for (const id of ids) {
    const stored = await ports.settings.get('system', id);
    if (stored) seen.push(await seenSystem(ports, stored, sources));
  }
  return seen;
}

/** One system. Problem: `not-found`. */
export async function getSystem(ports: SystemPorts, systemId: string): Promise<Result<SeenSystem>> {
  const stored = await ports.settings.get('system', systemId);
  if (!stored) return fail(problem('not-found', `There is no system ${systemId}.`));
  return ok(await seenSystem(ports, stored, await sourceStatuses(ports)));
}

/** Later than whatever is due. */
const END_OF_TIME = '9999-12-31T23:59:59.999Z';
/** Of what is due first, whatever its system, so many are looked through. */
const LOOKED_THROUGH = 400;
const MOST_SHOWN = 100;

/** What is to be done by itself about the postings of a system, the soonest first: at most 100. */
export async function waitingPostings(
  { postings }: Pick<SystemPorts, 'postings'>,
  systemId: string,
): Promise<readonly Posting[]> {
  const due = await postings.due(END_OF_TIME, LOOKED_THROUGH);
  return due.filter(({ system }) => system === systemId).slice(0, MOST_SHOWN);
}

/** A posting in the terms of who watches it. */
export function seenPosting(posting: Posting) {
  const { effectId, operation, documentId, laneId = documentId, state, attempts, createdAt } = posting;
  const due = dueAt(posting);
  const because = 'because' in state ? state.because.detail : 'reason' in state ? state.reason : undefined;
  return {
    ...{ effectId, operation, documentId, laneId, state: state.name, attempts, createdAt },
    ...(due !== undefined && { dueAt: due }),
    ...(because !== undefined && { because }),
  };
}

async function sourceStatuses({ records }: Pick<SystemPorts, 'records'>): Promise<readonly SourceStatus[]> {
  const page = await records.list('source-status', { list: 'source-statuses', limit: 1000 });
  return page.entries.map(({ body }) => body);
}

async function seenSystem(
  { loads, clock }: Pick<SystemPorts, 'loads' | 'clock'>,
  { version, value }: StoredSetting<'system'>,
  sources: readonly SourceStatus[],
): Promise<SeenSystem> {
  const { maintenance: _stored, ...settings } = value;
  const maintenance = maintenanceAt(value, clock.now());
  const { open } = await loads.get(value.id);
  const instant = (milliseconds: number): Instant => new Date(milliseconds).toISOString();
  return {
    ...{ ...settings, version },
    ...(maintenance && { maintenance }),
    breaker: open
      ? {
          state: 'open',
          since: instant(open.since),
          until: instant(open.until),
          because: open.because.detail,
        }
      : { state: 'closed' },
    sources: sources.filter(({ system }) => system === value.id),
  };
}

/** A posting in the terms of the chain it stands in. */
export function tracedPosting({ effectId, system, state, createdAt }: Posting) {
  const number = state.name === 'settled' && state.number !== '' ? state.number : undefined;
  return { effectId, system, state: state.name, createdAt, ...(number !== undefined && { number }) };
}

import type { Exception, ExceptionDraft } from '#core/canonical/exception.ts';
import type { Clock } from '#core/kernel/clock.ts';
import { derivedId } from '#core/kernel/identifiers.ts';
import { canonicalJson } from '#core/kernel/json.ts';
import type { AnyChange, Records } from '#core/kernel/records.ts';
import { dueAfter, exceptionRules } from './kinds.ts';
import { openAgain } from './reopen-exception.ts';

export const exceptionIdOf = ({ kind, cause }: Pick<ExceptionDraft, 'kind' | 'cause'>): string =>
  derivedId('ex', kind, ...cause);

export interface OpenPorts {
  readonly records: Pick<Records, 'get'>;
  readonly clock: Clock;
}

/**
 * The change that opens an exception, to be committed with the decision that found it. Undefined when it stands
 * open already with the same evidence, or was resolved for it. New evidence is written to the open one and opens a
 * resolved one again; so does the same evidence after somebody had it tried again, or after its cause had gone.
 */
export async function exceptionChange(
  ports: OpenPorts,
  draft: ExceptionDraft,
): Promise<AnyChange | undefined> {
  const id = exceptionIdOf(draft);
  const stored = await ports.records.get('exception', id);
  const now = ports.clock.now();
  if (!stored)
    return {
      type: 'exception',
      id,
      expect: 'absent',
      body: opened(id, draft, now),
      events: [told(id, draft)],
    };
  const known = stored.body;
  if (sameEvidence(known, draft) && !wasTriedAgain(known) && !wasGone(known)) return undefined;
  const { atStake: _before, ...rest } = known;
  const fresh = { title: draft.title, about: draft.about, evidence: draft.evidence };
  const body: Exception = { ...rest, ...fresh, ...(draft.atStake && { atStake: draft.atStake }) };
  if (known.state !== 'resolved') {
    const events = [{ name: 'exception-changed', data: { exceptionId: id, what: 'evidence' } }] as const;
    return { type: 'exception', id, expect: stored.version, body, events };
  }
  const again = openAgain(body, now);
  return { type: 'exception', id, expect: stored.version, body: again, events: [told(id, draft)] };
}

function opened(id: string, draft: ExceptionDraft, now: string): Exception {
  const { kind, title, about, evidence, atStake } = draft;
  const { owner, severity, actions } = exceptionRules[kind];
  return {
    id,
    kind,
    owner,
    severity,
    state: 'open',
    title,
    about,
    evidence,
    ...(atStake && { atStake }),
    actions: [...actions],
    openedAt: now,
    dueAt: dueAfter(now, kind),
    comments: [],
    reopened: 0,
  };
}

const told = (exceptionId: string, { kind }: ExceptionDraft) =>
  ({ name: 'exception-opened', data: { exceptionId, kind, owner: exceptionRules[kind].owner } }) as const;

const sameEvidence = (known: Exception, { title, evidence }: ExceptionDraft): boolean =>
  known.title === title && canonicalJson(known.evidence) === canonicalJson(evidence);

/** Nobody decided about it: what it was about had gone by itself, and is back. */
const wasGone = ({ resolution }: Exception): boolean => resolution?.by === 'crossdock';

/** Decided to have it tried once more: what is found then was not decided yet. */
const wasTriedAgain = ({ state, resolution }: Exception): boolean =>
  state === 'resolved' && (resolution?.action === 'reprocess' || resolution?.action === 'resend');

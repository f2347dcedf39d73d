import type { Instant } from '#core/kernel/dates.ts';
import type { Posting } from '../model.ts';
import type { DocumentCapabilities, SystemDocument } from '../system-of-record.ts';

/** What an attempt does next, from what the system shows under our reference. */
export type NextStep =
  | { readonly kind: 'settle'; readonly document: SystemDocument; readonly leftDrafts: boolean }
  | {
      readonly kind: 'confirm';
      readonly document: Pick<SystemDocument, 'nativeId'>;
      readonly others: readonly SystemDocument[];
    }
  | { readonly kind: 'create' }
  | { readonly kind: 'wait'; readonly until: Instant }
  | { readonly kind: 'refused'; readonly reason: string }
  | { readonly kind: 'person'; readonly reason: string };

/**
 * Choose the step that can never lead to a second document. `found` is everything under the reference; undefined when
 * nobody looked, because no earlier attempt was made or the system cannot be asked.
 */
export function nextStep(
  posting: Pick<Posting, 'sent' | 'adopted' | 'reference' | 'system'>,
  found: readonly SystemDocument[] | undefined,
  capabilities: DocumentCapabilities,
  now: Instant,
): NextStep {
  const confirmed = (found ?? []).filter(({ state }) => state === 'confirmed');
  const drafts = (found ?? []).filter(({ state }) => state === 'draft').sort(oldestFirst);
  const [booked, second] = confirmed;
  if (second) return { kind: 'person', reason: several(posting, confirmed) };
  if (booked) return { kind: 'settle', document: booked, leftDrafts: drafts.length > 0 };

  const { adopted } = posting;
  // An earlier attempt may be confirming the adopted draft right now: no other may be confirmed beside it.
  const chosen = adopted ? drafts.find(({ nativeId }) => nativeId === adopted.nativeId) : drafts[0];
  if (chosen)
    return { kind: 'confirm', document: chosen, others: drafts.filter((draft) => draft !== chosen) };
  // Where nobody can look, confirming it again tells how it stands.
  if (adopted && !found) return { kind: 'confirm', document: adopted, others: [] };
  if (adopted) return { kind: 'refused', reason: `It was cancelled or removed in ${posting.system}.` };
  return mayRepeat(posting, capabilities, now);
}

/** Nothing is there. Create it, unless an earlier create may still come through. */
function mayRepeat(
  { sent, reference, system }: Pick<Posting, 'sent' | 'reference' | 'system'>,
  { repeats, hasDrafts }: DocumentCapabilities,
  now: Instant,
): NextStep {
  if (!sent) return { kind: 'create' };
  const wait: NextStep = { kind: 'wait', until: sent.mayCommitUntil };
  const pending = now <= sent.mayCommitUntil;
  switch (repeats.create) {
    case 'nativeIdempotency':
      return { kind: 'create' };
    case 'uniqueReference':
      return pending ? wait : { kind: 'create' };
    case 'lookupOnly': {
      if (pending) return wait;
      if (hasDrafts) return { kind: 'create' };
      const reason = `An answer of ${system} was lost and nothing under ${reference} is to be seen; it may still exist.`;
      return { kind: 'person', reason };
    }
    case 'none': {
      const reason = `An answer of ${system} was lost, and it cannot be asked for ${reference}.`;
      return { kind: 'person', reason };
    }
  }
}

/** By the system's own clock, then by id, so that every attempt chooses the same. */
function oldestFirst(a: SystemDocument, b: SystemDocument): number {
  if (a.createdAt !== b.createdAt) return a.createdAt < b.createdAt ? -1 : 1;
  return a.nativeId < b.nativeId ? -1 : 1;
}

const several = ({ system }: Pick<Posting, 'system'>, documents: readonly SystemDocument[]): string =>
  `${system} holds ${documents.length} confirmed documents under one reference: ${documents
    .map(({ number, nativeId }) => number ?? nativeId)
    .join(', ')}.`.slice(0, 1000);

/** One kind of document in an ERP in memory, behind a line that may fail. */
import type { Instant } from '#core/kernel/dates.ts';
import { problem } from '#core/kernel/problem.ts';
import { fail, ok, type Result } from '#core/kernel/result.ts';
import type {
  DocumentCapabilities,
  DocumentPort,
  ReferredDocument,
  SystemDocument,
  SystemDocumentState,
} from '#platform/posting/system-of-record.ts';

export type SystemCall = 'create' | 'find' | 'confirm' | 'discard' | 'read';

/** Makes a call: what is done about it, and when, is decided by how the system behaves. */
export type Line = <T>(name: SystemCall, effect: () => Result<T>) => Promise<Result<T>>;

export interface SimulatedDocument<D> extends ReferredDocument {
  readonly document: D;
}

export interface SimulatedDocuments<D> extends DocumentPort<D> {
  /** Everything there is, cancelled too, in the order it was made. */
  all(): readonly SimulatedDocument<D>[];
  /** Write one as it is, whatever the rules. */
  put(document: SimulatedDocument<D>): void;
}

export interface DocumentRules<D> {
  readonly capabilities: DocumentCapabilities;
  readonly line: Line;
  readonly now: () => Instant;
  /** What a number begins with. */
  readonly series: string;
  /** Why it is not taken: asked at `confirm`, or at `create` without drafts. */
  readonly refusal: (document: D) => string | undefined;
  /** What else happens when it takes effect. */
  readonly takesEffect?: (document: D) => void;
  /** What somebody else has made that is the same thing. */
  readonly twin?: (document: D) => SimulatedDocument<D> | undefined;
  /** Why it is not the same after all. */
  readonly collision?: (document: D, twin: SimulatedDocument<D>) => string | undefined;
}

export function simulatedDocuments<D>(rules: DocumentRules<D>): SimulatedDocuments<D> {
  const { capabilities, line, now, series } = rules;
  const documents = new Map<string, SimulatedDocument<D>>();
  let looks = 0;

  const change = (known: SimulatedDocument<D>, state: SystemDocumentState): SimulatedDocument<D> => {
    const number = state === 'confirmed' ? { number: `${series}${known.nativeId}` } : {};
    const changed = { ...known, state, ...number };
    documents.set(known.nativeId, changed);
    if (state === 'confirmed') rules.takesEffect?.(known.document);
    return changed;
  };
  /** In an order that changes, as nobody promised one. */
  const under = (reference: string) => {
    const found = [...documents.values()].filter((known) => known.reference === reference);
    looks += 1;
    return looks % 2 === 0 ? found : found.reverse();
  };
  const create = (document: D, reference: string, createdAt: Instant): Result<SystemDocument> => {
    const twin = under(reference).find(({ state }) => state !== 'cancelled');
    if (twin && !takesRepeats(capabilities)) return ok(asSeen(twin));
    const elsewhere = rules.twin?.(document);
    const collision = elsewhere && rules.collision?.(document, elsewhere);
    if (collision) return refused(collision);
    if (elsewhere) return ok(asSeen(elsewhere));
    const refusal = capabilities.hasDrafts ? undefined : rules.refusal(document);
    if (refusal) return refused(refusal);
    const nativeId = String(documents.size + 1);
    const made: SimulatedDocument<D> = { nativeId, reference, state: 'draft', createdAt, document };
    documents.set(nativeId, made);
    return ok(asSeen(capabilities.hasDrafts ? made : change(made, 'confirmed')));
  };
  const confirm = (nativeId: string): Result<SystemDocument> => {
    const found = documents.get(nativeId);
    if (found?.state === 'confirmed') return ok(asSeen(found));
    if (found?.state !== 'draft') return refused(`There is no draft ${nativeId}.`);
    const refusal = rules.refusal(found.document);
    return refusal ? refused(refusal) : ok(asSeen(change(found, 'confirmed')));
  };
  const discard = (nativeId: string): Result<void> => {
    const found = documents.get(nativeId);
    if (found?.state === 'confirmed') return refused(`${nativeId} is confirmed.`);
    if (found) change(found, 'cancelled');
    return ok(undefined);
  };
  return {
    capabilities,
    createDraft: (document, reference) => {
      // Stamped when the request arrives: one that is committed late appears among younger ones.
      const createdAt = now();
      return line('create', () => create(document, reference, createdAt));
    },
    findByReference: (reference) =>
      line('find', () => ok(capabilities.repeats.create === 'none' ? [] : under(reference).map(asSeen))),
    confirm: (nativeId) => line('confirm', () => confirm(nativeId)),
    discardDraft: (nativeId) => line('discard', () => discard(nativeId)),
    read: (nativeId) =>
      line('read', () => {
        const found = documents.get(nativeId);
        return ok(found && { ...asSeen(found), reference: found.reference });
      }),
    all: () => [...documents.values()],
    put: (document) => void documents.set(document.nativeId, document),
  };
}

const refused = (detail: string) => fail(problem('system-refused', detail));

const takesRepeats = ({ repeats }: DocumentCapabilities): boolean =>
  repeats.create === 'lookupOnly' || repeats.create === 'none';

const asSeen = <D>({
  reference: _reference,
  document: _document,
  ...seen
}: SimulatedDocument<D>): SystemDocument => seen;

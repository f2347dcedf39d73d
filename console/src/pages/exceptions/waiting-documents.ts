import type { PartnerDocument } from '#contracts/client.ts';

type Document = Pick<PartnerDocument, 'id' | 'state' | 'waitsFor'>;

/** Those seen before and those that wait for the code now; the same set when nobody new waits. Pure. */
export function rememberWaiting(
  seen: ReadonlySet<string>,
  documents: readonly Document[],
  waitsFor: string,
): ReadonlySet<string> {
  const waiting = documents.filter((one) => one.waitsFor === waitsFor).map(({ id }) => id);
  return waiting.every((id) => seen.has(id)) ? seen : new Set([...seen, ...waiting]);
}

/** How those that waited stand now, in words. `more`: the partner has older documents that were not looked at. Pure. */
export function flowOf(
  documents: readonly Document[],
  more: boolean,
): { readonly text: string; readonly waiting: number } {
  const waiting = documents.filter(({ state }) => state === 'parked' || state === 'received').length;
  const gone = documents.length - waiting;
  const among = more ? " among the partner's newest 200 documents" : '';
  if (documents.length === 0) return { text: `No document waits for it${among}.`, waiting };
  if (gone === 0) return { text: `${countOf(waiting)} for it${among}.`, waiting };
  if (waiting === 0)
    return { text: `${gone === 1 ? 'The document' : `All ${gone} documents`} that waited went on.`, waiting };
  return { text: `${gone} of ${documents.length} documents that waited went on.`, waiting };
}

const countOf = (waiting: number): string =>
  waiting === 1 ? '1 document waits' : `${waiting} documents wait`;

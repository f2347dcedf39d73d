import { canonicalJson } from '#core/kernel/json.ts';
import { brokenSequences } from './release-invariants.ts';
import type { SupplierRoom, SupplierWorlds } from './supplier-world.ts';

const FEW_LINES = 2;

/** What does not hold after a run; empty when all is well. */
export async function brokenSupplierPromises({
  story,
  calm,
  bad,
}: SupplierWorlds): Promise<readonly string[]> {
  const broken: string[] = [];
  const expect = (holds: boolean, fault: string): void => {
    if (!holds) broken.push(fault);
  };
  const published = bad.records.published();
  const countOf = (name: string, subject: string): number =>
    published.filter((event) => event.type === `crossdock.${name}.v1` && event.subject === subject).length;
  const same = async (what: string, of: (room: SupplierRoom) => Promise<unknown>): Promise<void> => {
    const [expected, found] = [canonicalJson(await of(calm)), canonicalJson(await of(bad))];
    expect(expected === found, `${what}: ${found.slice(0, 900)} and not ${expected.slice(0, 900)}`);
  };

  await same('the ledger', ledgerOf);
  // Of many lines that differ at once, one exception tells: which ones those are is up to the order of events.
  if (story.lines.length <= FEW_LINES) await same('the open exceptions', openExceptions);
  await same('the shipments', (room) =>
    liveShipments(
      room,
      story.documents.map(({ id }) => id),
    ),
  );
  for (const { id } of story.documents) {
    const settled = countOf('partner-document-settled', id);
    expect((await bad.document(id))?.state === 'applied', `${id} is not applied`);
    expect(settled === 1, `${id} was settled ${settled} times`);
  }
  for (const owner of ['buyer', 'receiving']) {
    for (const { id, reopened } of [
      ...(await bad.exceptions(owner)),
      ...(await bad.exceptions(owner, 'resolved')),
    ]) {
      const opened = countOf('exception-opened', id);
      expect(opened === 1 + reopened, `${id} was opened ${opened} times and reopened ${reopened}`);
    }
  }
  const causes = (await bad.changes()).map(({ documentId }) => documentId);
  expect(new Set(causes).size === causes.length, 'one answer changed the order twice');
  const progress = published
    .filter(({ type, data }) => type === 'crossdock.order-progressed.v1' && data.what === 'received')
    .map(({ data }) => `${data.what} ${data.documentId}`);
  expect(new Set(progress).size === progress.length, `a receipt was told twice: ${progress.join(', ')}`);
  broken.push(...brokenSequences(published));
  return broken;
}

/** Without what depends on which answers were heard at all: promises, and changes that older answers agreed. */
async function ledgerOf(room: SupplierRoom): Promise<unknown> {
  const ledger = await room.ledger();
  return {
    answer: ledger?.answer,
    lines: ledger?.lines.map(({ firstPromisedDate: _f, lastPromisedDate: _l, ...line }) => line),
  };
}

async function openExceptions(room: SupplierRoom): Promise<unknown> {
  const open = [...(await room.exceptions('buyer')), ...(await room.exceptions('receiving'))];
  return open
    .map(({ kind, about: { lineNumber }, evidence }) => canonicalJson({ kind, lineNumber, evidence }))
    .sort();
}

/** A shipment that was replaced before anybody heard of it leaves no trace. */
async function liveShipments(room: SupplierRoom, ids: readonly string[]): Promise<unknown> {
  const known = await room.records.getMany('expected-shipment', ids);
  return known
    .filter(({ body }) => body.identifiers.length > 0)
    .map(({ id, body: { state, lines } }) => ({ id, state, lines: state === 'cancelled' ? [] : lines }))
    .sort((a, b) => (a.id < b.id ? -1 : 1));
}

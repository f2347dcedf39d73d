import type { InvoiceWorld } from './invoice-world.ts';

/** What must hold when all is quiet, whatever went wrong before; each broken promise in a sentence. */
export async function brokenInvoicePromises({
  room,
  honest,
  dear,
  receivedOn,
}: InvoiceWorld): Promise<string[]> {
  const broken: string[] = [];
  const matchedEvents = countOf(room, 'invoice-matched');
  for (const [number, documents] of honest) {
    const states = await Promise.all(documents.map((id) => stateOf(room, id)));
    const matched = documents.filter((_, n) => states[n] === 'matched');
    const others = states.filter((state) => state !== 'matched');
    if (matched.length !== 1) broken.push(`invoice ${number} is ${states.join(', ')}`);
    if (others.some((state) => state !== 'duplicate')) broken.push(`a copy of ${number} is ${others.join()}`);
    for (const id of matched)
      if (matchedEvents.get(id) !== 1) broken.push(`${id} was told ${matchedEvents.get(id)} times`);
  }
  if ((await stateOf(room, dear)) !== 'blocked') broken.push(`the dear one is ${await stateOf(room, dear)}`);
  const { lines, waitingInvoices } = await room.ledgerOf();
  if (waitingInvoices.join() !== dear) broken.push(`${waitingInvoices.join()} still waits`);
  for (const { lineNumber, invoiced } of lines) {
    const sum = invoiced.reduce((total, { quantity }) => total + Number(quantity), 0);
    if (sum !== receivedOn.get(lineNumber)) broken.push(`line ${lineNumber} is invoiced ${sum}`);
    const ids = new Set(invoiced.map(({ invoiceId }) => invoiceId));
    if (ids.size !== invoiced.length) broken.push(`line ${lineNumber} counts an invoice twice`);
  }
  for (const [id, times] of countOf(room, 'exception-opened')) {
    if (times !== 1) broken.push(`exception ${id} was opened ${times} times`);
  }
  return broken;
}

type Room = InvoiceWorld['room'];

async function stateOf(room: Room, id: string): Promise<string> {
  const invoice = await room.records.get('invoice', id);
  if (invoice) return invoice.body.state;
  const document = await room.records.get('partner-document', id);
  return `only a document ${document?.body.state}`;
}

/** How often each record said so. */
function countOf({ records }: Room, name: string): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { type, subject } of records.published()) {
    if (type === `crossdock.${name}.v1`) counts.set(subject, (counts.get(subject) ?? 0) + 1);
  }
  return counts;
}

/** What partners get wrong, and that nothing is applied twice or by halves because of it. */
import type { PartnerAgreement, ReceivedDocument } from '#core/canonical/partner-agreement.ts';
import type { OutgoingBody } from '../../exchange/envelope.ts';
import { miscounted, truncated, unreadable } from '../../partner-simulator/misbehave.ts';
import { firstTransaction, opened, type SimulatedOrder } from '../../partner-simulator/simulated-order.ts';
import { type Papermaker, papermakers } from '../../partner-simulator/simulated-partner.ts';
import type { Desk } from '../desk.ts';
import { type Case, placeOrder, verdictOf } from '../play.ts';

type Papers = ReturnType<Desk['papers']>;

/** One document of each kind, good in itself. */
const goodOnes: Readonly<
  Partial<
    Record<
      ReceivedDocument,
      (make: Papermaker, order: SimulatedOrder, papers: Papers, version: string) => OutgoingBody | undefined
    >
  >
> = {
  'order-acknowledgement': (make, order, papers) => make.answer(order, [], papers),
  'ship-notice': (make, order, papers) => make.ship(order, 100, papers),
  'supplier-invoice': (make, order, papers) => make.bill(order, 0, papers),
  'supplier-stock': (make, order, papers, version) => make.stock(order, papers, version),
  'supplier-catalog': (make, order, papers) => make.offer(order, 3, papers),
  'order-change-answer': (make, order, papers) => make.propose?.(order, 5, papers),
};
const kinds = Object.keys(goodOnes) as readonly (keyof typeof goodOnes)[];

/** A document of the first kind there is that is (or is not) agreed, under a number of its own. */
async function aDocument(desk: Desk, agreed: boolean, number = 'GOOD'): Promise<OutgoingBody | undefined> {
  const { order } = await placeOrder(desk);
  const make = papermakers[desk.edi.standard];
  for (const kind of kinds) {
    if (desk.agreement.documents.receive.includes(kind) !== agreed) continue;
    const body = goodOnes[kind]?.(make, order, desk.papers(number), desk.edi.version);
    if (body) return body;
  }
  return undefined;
}

const NUMBER = 801;

async function goodBytes(desk: Desk, number?: string): Promise<Uint8Array> {
  const body = await aDocument(desk, true, number);
  if (!body) throw new Error('there is no document that the partner may send');
  return desk.write([body], NUMBER);
}

const taken = async (desk: Desk): Promise<number> =>
  (await desk.received()).filter(({ state }) => state === 'received').length;

/** The verdict we gave on what came last. */
async function ourVerdict(desk: Desk) {
  const answers = (await desk.sent()).filter(({ record }) => record.isAcknowledgement);
  const last = answers.at(-1);
  const interchange = last && opened(last.bytes);
  return interchange && interchange.groups.length > 0 ? verdictOf(firstTransaction(interchange)) : undefined;
}

const refusedAndTold = async (desk: Desk, what: string): Promise<string | undefined> => {
  if ((await taken(desk)) > 0) return `${what} was taken`;
  if (desk.edi.acknowledgements.send === 'none') return undefined;
  return (await ourVerdict(desk)) === 'rejected'
    ? undefined
    : `the partner was not told that ${what} is refused`;
};

const twice: Case = {
  name: 'sent-twice',
  title: 'The same interchange comes twice: its document is taken once',
  play: async (desk) => {
    const bytes = await goodBytes(desk);
    await desk.receive(bytes);
    await desk.receive(bytes);
    const count = (await desk.received()).length;
    return count === 1 ? undefined : `${count} documents came of it`;
  },
};

const numberReused: Case = {
  name: 'number-used-again',
  title: 'Another interchange comes under a number used before: it is refused',
  play: async (desk) => {
    await desk.receive(await goodBytes(desk));
    await desk.receive(await goodBytes(desk, 'OTHER'));
    const count = await taken(desk);
    return count === 1 ? undefined : `${count} documents were taken`;
  },
};

const wrongCount: Case = {
  name: 'wrong-count',
  title: 'The trailer counts more segments than there are: the document is refused, and the partner told',
  play: async (desk) => {
    await desk.receive(miscounted(await goodBytes(desk), desk.edi));
    return refusedAndTold(desk, 'a document with a wrong count');
  },
};

const cutOff: Case = {
  name: 'cut-off',
  title: 'The interchange is cut off in the middle: nothing of it is taken',
  play: async (desk) => {
    await desk.receive(truncated(await goodBytes(desk)));
    const count = await taken(desk);
    return count === 0 ? undefined : `${count} documents were taken`;
  },
};

const garbled: Case = {
  name: 'garbled',
  title: 'The file cannot be read: it is set aside',
  play: async (desk) => {
    const { quarantined } = await desk.receive(unreadable(await goodBytes(desk)));
    return quarantined === 1 ? undefined : 'it was not set aside';
  },
};

const notAgreed: Case = {
  name: 'not-agreed',
  title: 'A document comes that is not agreed: it is refused, and the partner told',
  play: async (desk) => {
    const body = await aDocument(desk, false);
    if (!body) return undefined;
    await desk.receive(desk.write([body]));
    return refusedAndTold(desk, `a ${body.type}, which is not agreed,`);
  },
};

const stranger: Case = {
  name: 'stranger',
  title: "An interchange of somebody else lies in the partner's mailbox: it is set aside",
  play: async (desk) => {
    const { id } = desk.edi.them;
    const bytes = Buffer.from(await goodBytes(desk)).toString('latin1');
    const other = bytes.replace(id, `${'9'.repeat(id.length - 1)}8`);
    const { quarantined } = await desk.receive(Buffer.from(other, 'latin1'));
    return quarantined === 1 ? undefined : 'it was not set aside';
  },
};

/** Where the partner sends nothing by EDI there is nothing to get wrong. */
export function misbehaviourCases({ documents: { receive }, edi }: PartnerAgreement): readonly Case[] {
  const sends = kinds.some(
    (kind) => receive.includes(kind) && (kind !== 'order-change-answer' || edi?.standard === 'x12'),
  );
  if (!sends) return [];
  const all = kinds.every((kind) => receive.includes(kind));
  return [twice, numberReused, wrongCount, cutOff, garbled, stranger, ...(all ? [] : [notAgreed])];
}

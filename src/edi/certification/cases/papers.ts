/** What the partner sends beside its answer: ship notices, invoices, stock and catalog, each read as it was meant. */
import type { PartnerAgreement, ReceivedDocument } from '#core/canonical/partner-agreement.ts';
import type { CanonicalDocument } from '#core/canonical/partner-documents.ts';
import type { ShippedPack } from '#core/canonical/ship-notice.ts';
import type { OutgoingBody } from '../../exchange/envelope.ts';
import { pricedAt, share, sscc } from '../../partner-simulator/script.ts';
import type { SimulatedOrder } from '../../partner-simulator/simulated-order.ts';
import { type Papermaker, papermakers } from '../../partner-simulator/simulated-partner.ts';
import type { Desk } from '../desk.ts';
import { type Case, firstDifference, isAsStandard, placeOrder, said, takes } from '../play.ts';

interface Paper<K extends ReceivedDocument> {
  readonly kind: K;
  readonly name: string;
  readonly title: string;
  readonly write: (
    make: Papermaker,
    order: SimulatedOrder,
    papers: ReturnType<Desk['papers']>,
    version: string,
  ) => OutgoingBody;
  readonly meant: (document: CanonicalDocument<K>, order: SimulatedOrder) => string | undefined;
}

const paperCase = <K extends ReceivedDocument>({ kind, name, title, write, meant }: Paper<K>): Case => ({
  name,
  title,
  play: async (desk) => {
    const { order } = await placeOrder(desk);
    const { standard, version } = desk.edi;
    const papers = desk.papers(name.toUpperCase().slice(0, 20));
    const body = write(papermakers[standard], order, papers, version);
    const taken = await takes(desk, body);
    if ('fault' in taken) return taken.fault;
    if (!isAsStandard(desk.agreement, kind)) return undefined;
    return meant(await said(desk, taken.document, kind), order);
  },
});

/** Every pack, with the packs in it. */
const allPacks = (packs: readonly ShippedPack[]): readonly ShippedPack[] =>
  packs.flatMap((pack) => [pack, ...allPacks(pack.packs)]);

const shipped = (name: string, title: string, percent: number): Case =>
  paperCase({
    kind: 'ship-notice',
    name,
    title,
    write: (make, order, papers) => make.ship(order, percent, papers),
    meant: ({ packs, items, orders }, order) => {
      const every = allPacks(packs);
      const inside = [...items, ...every.flatMap((pack) => pack.items)];
      return firstDifference(
        ['the order', orders[0]?.number, order.number],
        [
          'the quantities',
          inside.map((item) => item.shipped.value),
          order.lines.map((line) => share(line.quantity, percent)),
        ],
        [
          'the number of a carton',
          every.flatMap((pack) => pack.ssccs).find((code) => code === sscc(2)),
          sscc(2),
        ],
      );
    },
  });

const billed = (name: string, title: string, percent: number): Case =>
  paperCase({
    kind: 'supplier-invoice',
    name,
    title,
    write: (make, order, papers) => make.bill(order, percent, papers),
    meant: ({ lines, orders, kind }, order) =>
      firstDifference(
        ['the kind', kind, 'invoice'],
        ['the order', orders[0]?.number, order.number],
        [
          'the prices',
          lines.map(({ price }) => price?.amount),
          order.lines.map(({ price }) => pricedAt(price, percent)),
        ],
        ['the quantities', lines.map(({ quantity }) => quantity?.value), order.lines.map((l) => l.quantity)],
      ),
  });

const stock = paperCase({
  kind: 'supplier-stock',
  name: 'stock',
  title: 'The partner reports what it has in stock',
  write: (make, order, papers, version) => make.stock(order, papers, version),
  meant: ({ lines }, order) => firstDifference(['the lines', lines.length, order.lines.length]),
});

const catalog = paperCase({
  kind: 'supplier-catalog',
  name: 'catalog',
  title: 'The partner offers new prices',
  write: (make, order, papers) => make.offer(order, 3, papers),
  meant: ({ lines }, order) => firstDifference(['the lines', lines.length, order.lines.length]),
});

const byKind: Readonly<Partial<Record<ReceivedDocument, readonly Case[]>>> = {
  'ship-notice': [
    shipped('ship-notice', 'The partner announces all that was ordered, in numbered cartons', 100),
    shipped('ship-notice-short', 'The partner announces fewer than were ordered', 50),
  ],
  'supplier-invoice': [
    billed('invoice', 'The partner bills what was ordered at the agreed prices', 0),
    billed('invoice-price', 'The partner bills at other prices', 8),
  ],
  'supplier-stock': [stock],
  'supplier-catalog': [catalog],
};

export const paperCases = ({ documents: { receive } }: PartnerAgreement): readonly Case[] =>
  receive.flatMap((kind) => byKind[kind] ?? []);

/** What we send: written as agreed, and what the partner's acknowledgement does to it. */
import type { PartnerAgreement, SentDocument } from '#core/canonical/partner-agreement.ts';
import type { CanonicalDocument } from '#core/canonical/partner-documents.ts';
import { x12DelimitersOf } from '../../exchange/envelope.ts';
import { orderContextOf } from '../../exchange/order-context-of.ts';
import { sendBusinessDocument } from '../../exchange/send-business-document.ts';
import { acknowledge } from '../../partner-simulator/acknowledge.ts';
import { opened } from '../../partner-simulator/simulated-order.ts';
import type { Desk, SentInterchange } from '../desk.ts';
import { type Case, faultIn, firstDifference, placeOrder } from '../play.ts';
import { itemIds, LOCATION, sampleActivity, sampleChange, sampleSchedule } from '../sample.ts';

const orderWritten: Case = {
  name: 'order-written',
  title:
    'An order is written as agreed: addresses, version, characters, usage, and nothing its standard forbids',
  play: async (desk) => {
    const { sent, order } = await placeOrder(desk);
    return (
      faultIn(sent) ??
      envelopeDifference(desk, sent) ??
      firstDifference(
        ['the number of the order', order.number, 'CERT-0001'],
        ['its lines', order.lines.length, 2],
      )
    );
  },
};

function envelopeDifference({ edi }: Desk, { bytes }: SentInterchange): string | undefined {
  const { sender, receiver, test, groups, header } = opened(bytes);
  const transaction = groups[0]?.transactions[0];
  const common = firstDifference(
    ['the sender', sender.id, edi.us.id],
    ['the receiver', receiver.id, edi.them.id],
    ['the usage', test, edi.usage === 'test'],
    ['the version', transaction?.version, edi.version],
  );
  if (common !== undefined) return common;
  if (edi.standard === 'edifact')
    return firstDifference(['the syntax', header?.text(1, 1), edi.syntax.identifier]);
  const { element, terminator } = x12DelimitersOf(edi);
  const text = Buffer.from(bytes).toString('latin1');
  return firstDifference(
    ['the element separator', text[3], element],
    ['the terminator', text[105], terminator],
    ['the group of the sender', groups[0]?.header?.text(2), edi.us.group ?? edi.us.id],
  );
}

const acknowledged = (verdict: 'accepts' | 'rejects', state: 'delivered' | 'refused'): Case => ({
  name: `acknowledgement-${verdict}`,
  title: `The acknowledgement of the partner that ${verdict} an order is understood: the order is ${state}`,
  play: async (desk) => {
    const { sent } = await placeOrder(desk);
    await desk.receive(desk.write([acknowledge(desk.edi, opened(sent.bytes), verdict)]));
    const [id = ''] = sent.record.carries ?? [];
    const document = await desk.ports.records.get('partner-document', id);
    if (document?.body.state !== state) return `the order is ${document?.body.state ?? 'gone'}, not ${state}`;
    const answers = (await desk.sent()).filter(({ record }) => record.isAcknowledgement);
    return answers.length > 0 ? 'the acknowledgement was acknowledged' : undefined;
  },
});

/** A document beside the order, from its canonical form to the bytes. */
const written = <K extends SentDocument>(
  kind: K,
  sample: (agreement: PartnerAgreement, at: string) => CanonicalDocument<K>,
): Case => ({
  name: `${kind}-written`,
  title: `Our ${kind.replaceAll('-', ' ')} is written as agreed`,
  play: async (desk) => {
    const { ports, correspondent, agreement, correlationId } = desk;
    const document = sample(agreement, ports.clock.now());
    const named = { supplierId: agreement.supplierId, locationIds: [LOCATION], itemIds };
    const context = await orderContextOf(ports, correspondent, named);
    const sent = await sendBusinessDocument(ports, correspondent, {
      kind,
      document,
      context: { ...context, changeQuantities: agreement.changeQuantities },
      cause: `certification-${kind}`,
      revision: '1',
      about: {},
      correlationId,
    });
    if (!sent.ok) return `${sent.problem.code}: ${sent.problem.detail}`;
    const [interchange] = await desk.sent();
    return interchange ? faultIn(interchange) : 'nothing was sent';
  },
});

const byKind: { readonly [K in SentDocument]: readonly Case[] } = {
  'purchase-order': [orderWritten, acknowledged('accepts', 'delivered'), acknowledged('rejects', 'refused')],
  'order-change': [written('order-change', sampleChange)],
  'planning-schedule': [written('planning-schedule', sampleSchedule)],
  'product-activity': [written('product-activity', sampleActivity)],
};

export const sentCases = ({ documents }: PartnerAgreement): readonly Case[] =>
  documents.send.flatMap((kind) => byKind[kind]);

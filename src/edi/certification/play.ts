import type { PartnerDocument } from '#core/canonical/interchange.ts';
import type { PartnerAgreement, ReceivedDocument } from '#core/canonical/partner-agreement.ts';
import { type CanonicalDocument, readPartnerDocument } from '#core/canonical/partner-documents.ts';
import { unwrap } from '#core/kernel/result.ts';
import type { Transaction } from '../codec/interchange.ts';
import { faultsOf } from '../codec/interchange.ts';
import type { OutgoingBody } from '../exchange/envelope.ts';
import { sendPurchaseOrder } from '../exchange/send-purchase-order.ts';
import {
  firstTransaction,
  opened,
  readOrder,
  type SimulatedOrder,
} from '../partner-simulator/simulated-order.ts';
import type { Desk, SentInterchange } from './desk.ts';

/** One case of a certification. `play` answers what went wrong, or nothing when it went as agreed. */
export interface Case {
  readonly name: string;
  readonly title: string;
  readonly play: (desk: Desk) => Promise<string | undefined>;
}

/** What is wrong with an interchange of ours, read as the partner reads it. */
export function faultIn({ bytes }: SentInterchange): string | undefined {
  const interchange = opened(bytes);
  const [fault] = faultsOf({ interchanges: [interchange], faults: [] });
  return fault && `segment ${fault.position} ${fault.segment}: ${fault.message}`;
}

/** Send the sample order; what the partner got, and what it reads in it. */
export async function placeOrder(
  desk: Desk,
): Promise<{ readonly sent: SentInterchange; readonly order: SimulatedOrder }> {
  const { ports, correlationId } = desk;
  const placed = unwrap(
    await sendPurchaseOrder(ports, { purchaseOrderId: 'po-certification', correlationId }),
  );
  const sent = (await desk.sent()).find(({ record }) => !record.isAcknowledgement);
  if ('notSent' in placed || !sent) throw new Error(desk.told.at(-1) ?? 'the order was not sent');
  return { sent, order: readOrder(firstTransaction(opened(sent.bytes))) };
}

/** Receive one document of the partner: what is wrong with how it was taken; else the document. */
export async function takes(
  desk: Desk,
  body: OutgoingBody,
): Promise<{ readonly fault: string } | { readonly document: PartnerDocument }> {
  const file = await desk.receive(desk.write([body]));
  if (file.quarantined > 0) return { fault: 'the interchange was set aside' };
  const document = (await desk.received()).at(-1);
  if (!document) return { fault: `the ${body.type} is nothing we read` };
  if (document.state !== 'received') return { fault: refusalOf(document, body) };
  const unanswered = await faultOfAnswer(desk);
  return unanswered === undefined ? { document } : { fault: unanswered };
}

function refusalOf({ findings }: PartnerDocument, { type }: OutgoingBody): string {
  const said = findings.slice(0, 3).map(({ at, message }) => `${at}: ${message}`);
  return `the ${type} was rejected: ${said.join('; ')}`;
}

/** Whether what was received last was acknowledged as agreed. */
async function faultOfAnswer(desk: Desk): Promise<string | undefined> {
  const answers = (await desk.sent()).filter(({ record }) => record.isAcknowledgement);
  const kind = desk.edi.acknowledgements.send;
  const last = answers.at(-1);
  if (kind === 'none') return last && 'an acknowledgement was sent, and none is agreed';
  if (!last) return `no ${kind} was sent`;
  const { type } = firstTransaction(opened(last.bytes));
  return type === kind ? faultIn(last) : `a ${type} was sent; ${kind} is agreed`;
}

/** What a document says, in canonical form. */
export const said = async <K extends ReceivedDocument>(
  { ports }: Desk,
  document: PartnerDocument,
  kind: K,
): Promise<CanonicalDocument<K>> => unwrap(await readPartnerDocument(ports.objects, document, kind));

/** What a deviation makes of a document, only the partner knows: then it counts that it can be read. */
export const isAsStandard = ({ deviations }: PartnerAgreement, kind: ReceivedDocument): boolean =>
  !deviations.some(({ document }) => document === kind);

/** The first thing that is not as it should be. */
export function firstDifference(
  ...pairs: readonly (readonly [what: string, seen: unknown, wanted: unknown])[]
): string | undefined {
  const differing = pairs.find(([, seen, wanted]) => JSON.stringify(seen) !== JSON.stringify(wanted));
  if (!differing) return undefined;
  const [what, seen, wanted] = differing;
  return `${what} reads ${JSON.stringify(seen) ?? 'nothing'}; the partner wrote ${JSON.stringify(wanted)}`;
}

/** The verdict of the acknowledgement we sent last on its only transaction: AK5, IK5 or UCM. */
export function verdictOf({ segments }: Pick<Transaction, 'segments'>): 'accepted' | 'rejected' | undefined {
  const verdict = segments.find(({ id }) => id === 'AK5' || id === 'IK5');
  if (verdict) return verdict.text(1) === 'R' ? 'rejected' : 'accepted';
  const message = segments.find(({ id }) => id === 'UCM') ?? segments.find(({ id }) => id === 'UCI');
  if (!message) return undefined;
  return message.text(message.id === 'UCM' ? 3 : 4) === '4' ? 'rejected' : 'accepted';
}

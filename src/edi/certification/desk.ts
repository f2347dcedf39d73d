import type { Document } from '#core/canonical/document.ts';
import type { Interchange, PartnerDocument } from '#core/canonical/interchange.ts';
import { partnerOfAddresses, partnerOfSupplier } from '#core/canonical/partner.ts';
import type { EdiAgreement, PartnerAgreement } from '#core/canonical/partner-agreement.ts';
import type { SettingKind } from '#core/canonical/settings.ts';
import { newCorrelationId } from '#core/kernel/correlation.ts';
import { derivedId, sha256 } from '#core/kernel/identifiers.ts';
import { unwrap } from '#core/kernel/result.ts';
import type { Settings, StoredSetting } from '#core/kernel/settings.ts';
import type { Correspondent } from '../exchange/correspondent.ts';
import type { OutgoingBody } from '../exchange/envelope.ts';
import type { ExchangePorts } from '../exchange/ports.ts';
import { type ReceivedFile, receiveInterchange } from '../exchange/receive-interchange.ts';
import type { Papers } from '../partner-simulator/script.ts';
import { interchangeFrom } from '../partner-simulator/simulated-partner.ts';
import { dayAfter, sampleMasterData, sampleOrder } from './sample.ts';

/** Where nothing is yet and from which nothing gets out: each case is played in one of its own. */
export type EmptyRoom = Pick<ExchangePorts, 'records' | 'objects' | 'clock'>;

/** Bytes that went to the partner, with what is kept of them. */
export interface SentInterchange {
  readonly record: Interchange;
  readonly bytes: Uint8Array;
}

/** The exchange room with one partner in it, in test mode, and the partner's hand at the other end. */
export interface Desk {
  readonly ports: ExchangePorts;
  readonly correspondent: Correspondent;
  readonly edi: EdiAgreement;
  readonly agreement: PartnerAgreement;
  readonly correlationId: string;
  /** What the partner's papers say of days and number. */
  papers(number: string): Papers;
  /** An interchange of the partner under its next control number, or under one it chooses. */
  write(transactions: readonly OutgoingBody[], control?: number): Uint8Array;
  /** Let bytes arrive in the partner's mailbox. */
  receive(bytes: Uint8Array): Promise<ReceivedFile>;
  /** Documents that came, in order. */
  received(): Promise<readonly PartnerDocument[]>;
  /** What a person would have been told, in order. */
  readonly told: readonly string[];
  /** Interchanges that went out, in order. */
  sent(): Promise<readonly SentInterchange[]>;
}

/** A desk for one agreement: its partner is known, and an order of two lines is confirmed. */
export async function deskFor(
  room: EmptyRoom,
  given: PartnerAgreement & { readonly edi: EdiAgreement },
  version: number,
): Promise<Desk> {
  const agreement: PartnerAgreement = { ...given, status: 'onboarding', documents: withOrder(given) };
  const told: string[] = [];
  const ports: ExchangePorts = {
    ...room,
    settings: onlyAgreement(agreement, version),
    // Nobody is told of what goes wrong on purpose, but the report is.
    exceptionChange: async ({ title, evidence }) => {
      told.push([title, ...evidence.map(({ what, received = '' }) => `${what}: ${received}`)].join('; '));
      return undefined;
    },
    exceptionGone: async () => undefined,
  };
  const correlationId = newCorrelationId();
  const { id: partnerId, name, supplierId } = agreement;
  const identifiers = [partnerOfSupplier(supplierId), partnerOfAddresses(given.edi.them, given.edi.us)];
  const now = room.clock.now();
  const order = sampleOrder(agreement, now);
  unwrap(
    await room.records.commit({
      changes: [
        {
          type: 'partner',
          id: partnerId,
          expect: 'absent',
          body: { id: partnerId, name, supplierId, agreementVersion: version, identifiers },
        },
        { type: 'purchase-order', id: order.id, expect: 'absent', body: order },
        ...sampleMasterData(agreement, now),
      ],
      correlationId,
    }),
  );
  let control = 700;
  let drops = 0;
  return {
    ports,
    correspondent: { partnerId, agreement, edi: given.edi, version },
    edi: given.edi,
    agreement,
    correlationId,
    told,
    papers: (number) => ({
      number,
      date: digits(now.slice(0, 10)),
      delivery: digits(dayAfter(now, 14)),
    }),
    write: (transactions, chosen) => {
      control += 1;
      return interchangeFrom(given.edi, transactions, chosen ?? control, now);
    },
    receive: async (bytes) => {
      drops += 1;
      const document = await keep(ports, bytes);
      const key = `partners/${partnerId}/in/certification-${drops}.edi`;
      const arrival = derivedId('drop', key);
      return unwrap(await receiveInterchange(ports, { document, key, arrival, correlationId }));
    },
    received: () => receivedFrom(ports, partnerId),
    sent: () => sentTo(ports, partnerId),
  };
}

const digits = (date: string): string => date.replaceAll('-', '');

/** There is always an order to answer, also where ours go another way. */
const withOrder = ({ documents: { send, receive } }: PartnerAgreement): PartnerAgreement['documents'] => ({
  send: [...new Set([...send, 'purchase-order' as const])],
  receive,
});

function onlyAgreement(agreement: PartnerAgreement, version: number): Settings {
  return {
    get: async <K extends SettingKind>(kind: K, id = '') => {
      if (kind !== 'partner' || id !== agreement.id) return undefined;
      // Of this kind, the agreement is what a setting is.
      return { version, value: agreement } as StoredSetting<SettingKind> as StoredSetting<K>;
    },
  };
}

async function keep({ objects, clock }: ExchangePorts, bytes: Uint8Array): Promise<Document> {
  const hash = sha256(bytes);
  const contentKey = `documents/${hash}`;
  await objects.write('documents', contentKey, bytes);
  return {
    id: `doc-${hash}`,
    kind: 'edi-interchange',
    state: 'received',
    fileName: 'certification.edi',
    sizeBytes: bytes.length,
    sha256: hash,
    contentKey,
    arrivals: 1,
    receivedAt: clock.now(),
    receivedFrom: 'certification',
  };
}

async function receivedFrom(
  { records }: ExchangePorts,
  partnerId: string,
): Promise<readonly PartnerDocument[]> {
  const page = await records.list('partner-document', {
    list: 'partner-documents',
    scope: partnerId,
    limit: 200,
  });
  return page.entries
    .map(({ body }) => body)
    .filter(({ direction }) => direction === 'in')
    .sort((a, b) => (a.ordinal < b.ordinal ? -1 : 1));
}

async function sentTo(
  { records, objects }: ExchangePorts,
  partnerId: string,
): Promise<readonly SentInterchange[]> {
  const query = { list: 'interchanges-by-partner', scope: partnerId, limit: 200 } as const;
  const { entries } = await records.list('interchange', query);
  const out = entries
    .map(({ body }) => body)
    .filter(({ direction }) => direction === 'out')
    .sort((a, b) => Number(a.controlNumber) - Number(b.controlNumber));
  return Promise.all(
    out.map(async (record) => {
      const content = await objects.read('documents', record.contentKey);
      const pieces: Uint8Array[] = [];
      for await (const piece of content ?? []) pieces.push(piece);
      return { record, bytes: Buffer.concat(pieces) };
    }),
  );
}

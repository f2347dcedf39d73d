/** Everything interchanges meet on their way in and out, in memory; and a partner that writes and reads them. */
import { exceptionGone } from '#business/exceptions/close-exception.ts';
import { exceptionChange } from '#business/exceptions/open-exception.ts';
import { partnerOfAddresses, partnerOfSupplier } from '#core/canonical/partner.ts';
import type { EdiAgreement, PartnerAgreement } from '#core/canonical/partner-agreement.ts';
import type { PurchaseOrder } from '#core/canonical/purchase-order.ts';
import { unwrap } from '#core/kernel/result.ts';
import { receiveInterchange } from '#edi/exchange/receive-interchange.ts';
import { dropId, keepDocument } from '#platform/intake/keep-document.ts';
import { aPurchaseOrder } from '#test/builders/a-purchase-order.ts';
import { fixedClock } from '#test/doubles/fixed-clock.ts';
import { memoryObjects } from '#test/doubles/memory-objects.ts';
import { memoryRecords } from '#test/doubles/memory-records.ts';
import { memorySettings } from '#test/doubles/memory-settings.ts';

export const correlationId = 'cor-exchange-1';
export const us = { qualifier: '14', id: '4012345000009' };
export const them = { qualifier: '14', id: '4098765000003' };

export const x12 = (differing: Partial<Extract<EdiAgreement, { standard: 'x12' }>> = {}): EdiAgreement => ({
  standard: 'x12',
  us,
  them,
  usage: 'production',
  reading: 'strict',
  duplicates: 'answer-again',
  version: '004010',
  acknowledgements: { send: '997', expectWithinMinutes: 240 },
  ...differing,
});

export const edifact = (
  differing: Partial<Extract<EdiAgreement, { standard: 'edifact' }>> = {},
): EdiAgreement => ({
  standard: 'edifact',
  us,
  them,
  usage: 'production',
  reading: 'strict',
  duplicates: 'answer-again',
  version: 'D96A',
  syntax: { identifier: 'UNOC', version: '3' },
  acknowledgements: { send: 'CONTRL', expectWithinMinutes: 240 },
  ...differing,
});

export const anAgreement = (differing: Partial<PartnerAgreement> = {}): PartnerAgreement => ({
  id: 'acme',
  name: 'Acme Fasteners',
  status: 'active',
  supplierId: 'S1',
  edi: x12(),
  transport: 'mailbox',
  documents: {
    send: ['purchase-order', 'order-change', 'planning-schedule', 'product-activity'],
    receive: [
      'order-acknowledgement',
      'order-change-answer',
      'ship-notice',
      'supplier-invoice',
      'supplier-stock',
      'supplier-catalog',
    ],
  },
  answerWithinHours: 24,
  changeQuantities: 'total',
  tolerances: {
    quantityOverPercent: '0',
    quantityUnderPercent: '0',
    pricePercent: '1',
    priceAmount: '0.5',
    daysEarly: 2,
    daysLate: 2,
    invoicePercent: '1',
    invoiceAmount: '5',
  },
  receiptWithinDays: 14,
  agreedCharges: [],
  deviations: [],
  ...differing,
});

export type Exchange = ReturnType<typeof anExchange>;

export function anExchange({ chunkBytes = 64 * 1024 } = {}) {
  const clock = fixedClock('2026-11-23T08:00:00.000Z');
  const records = memoryRecords({ clock });
  const objects = memoryObjects({ chunkBytes });
  const settings = memorySettings();
  const ports = {
    records,
    objects,
    settings,
    clock,
    exceptionChange: (draft: Parameters<typeof exceptionChange>[1]) =>
      exceptionChange({ records, clock }, draft),
    exceptionGone: (which: Parameters<typeof exceptionGone>[1], because: string) =>
      exceptionGone({ records, clock }, which, because),
  };
  let drops = 0;
  const room = {
    ...ports,
    ports,
    /** Put an agreement in force, with the directory entry that leads to it. */
    agree: async (agreement: PartnerAgreement = anAgreement()) => {
      settings.put('partner', agreement, agreement.id);
      const stored = await records.get('partner', agreement.id);
      const version = (await settings.get('partner', agreement.id))?.version ?? 1;
      const { id, name, supplierId, edi } = agreement;
      const addresses = edi ? [partnerOfAddresses(edi.them, edi.us)] : [];
      const body = {
        ...stored?.body,
        id,
        name,
        supplierId,
        agreementVersion: version,
        identifiers: [partnerOfSupplier(supplierId), ...addresses],
      };
      const change = { type: 'partner', id, expect: stored?.version ?? 'absent', body } as const;
      unwrap(await records.commit({ changes: [change], correlationId }));
    },
    /** Drop a file into a partner's mailbox and receive it; a drop given again is a repeated notification. */
    drop: async (content: string | Uint8Array, { partner = 'acme', name = '', drop = '' } = {}) => {
      drops += 1;
      const key = `partners/${partner}/in/${name || `${drops}.edi`}`;
      const bytes = typeof content === 'string' ? Buffer.from(content, 'latin1') : content;
      await objects.write('landing', key, bytes);
      return room.notify(key, drop || `drop-${drops}`);
    },
    notify: async (key: string, drop: string, own: typeof ports = ports) => {
      const from = `partner ${key.split('/')[1]}`;
      const arrival = { kind: 'edi-interchange', key, drop, from, correlationId } as const;
      const { document } = unwrap(await keepDocument(own, arrival));
      return receiveInterchange(own, { document, key, arrival: dropId(arrival), correlationId });
    },
    order: async (differing: Partial<PurchaseOrder> = {}) => {
      const body = aPurchaseOrder({ state: 'confirmed', number: 'PO-0081', ...differing });
      unwrap(
        await records.commit({
          changes: [{ type: 'purchase-order', id: body.id, expect: 'absent', body }],
          correlationId,
        }),
      );
      return body;
    },
    /** What lies in a partner's mailbox, by name. */
    mailbox: (partner = 'acme') =>
      objects.keys('landing', `partners/${partner}/out/`).map((key) => ({
        name: key.slice(key.lastIndexOf('/') + 1),
        text: objects.text('landing', key),
      })),
    interchanges: async (partner = 'acme') =>
      (
        await records.list('interchange', { list: 'interchanges-by-partner', scope: partner, limit: 1000 })
      ).entries.map(({ body }) => body),
    documents: async (partner = 'acme') =>
      (
        await records.list('partner-document', { list: 'partner-documents', scope: partner, limit: 1000 })
      ).entries
        .map(({ body }) => body)
        .sort((a, b) => (a.ordinal < b.ordinal ? -1 : 1)),
    exceptions: async () =>
      (
        await records.list('exception', { list: 'exceptions', scope: 'edi_coordinator#open', limit: 1000 })
      ).entries.map(({ body }) => body),
    /** Names of the events so far. */
    events: () => records.published().map(({ type }) => type.split('.')[1] ?? ''),
  };
  return room;
}

import { describe, expect, it } from 'vitest';
import { deliveredLedger, refusedDelivery } from '#business/purchasing/rules/delivered-ledger.ts';
import type { PartnerDocument } from '#core/canonical/interchange.ts';
import type { OrderLedger } from '#core/canonical/order-ledger.ts';
import { aPartnerAgreement } from '#test/builders/a-partner-agreement.ts';
import { anOrderLedger } from '#test/builders/an-order-ledger.ts';

const at = '2026-11-23T12:00:00.000Z';

/** An order we sent at noon. */
const sent = (differing: Partial<PartnerDocument> = {}): PartnerDocument => ({
  id: 'pd-2',
  direction: 'out',
  channel: 'edi',
  kind: 'purchase-order',
  state: 'sent',
  partnerId: 'acme',
  supplierId: 'S1',
  agreementVersion: 1,
  purchaseOrderId: 'po-1',
  ordinal: at,
  findings: [],
  test: false,
  at,
  ...differing,
});

const awaiting: OrderLedger['answer'] = {
  state: 'awaiting',
  dueAt: '2026-11-24T08:00:00.000Z',
  overdueSince: '2026-11-24T08:01:00.000Z',
};
const told = (documentId: string, since: string): Partial<OrderLedger> => ({
  told: { documentId, at: since, delivery: 'sent' },
});
const after = (document: Partial<PartnerDocument>, ledger: Partial<OrderLedger> = {}) => {
  const before = anOrderLedger({ answer: awaiting, ...ledger });
  const { told: toldNow, answer } = deliveredLedger(before, sent(document), aPartnerAgreement());
  return { told: toldNow, answer };
};
const toldNow = (delivery: 'sent' | 'delivered' | 'refused') => ({ documentId: 'pd-2', at, delivery });
const restarted = { state: 'awaiting', dueAt: '2026-11-24T12:00:00.000Z' };

describe('an order that is on its way to its supplier', () => {
  it.each<readonly [string, Partial<PartnerDocument>, Partial<OrderLedger>, object]>([
    ['the first starts the clock', {}, {}, { told: toldNow('sent'), answer: restarted }],
    [
      'a newer one starts it again',
      {},
      told('pd-1', '2026-11-23T11:59:59.000Z'),
      { told: toldNow('sent'), answer: restarted },
    ],
    ['one of the same moment does too', {}, told('pd-1', at), { told: toldNow('sent'), answer: restarted }],
    [
      'an older one is no news',
      {},
      told('pd-1', '2026-11-23T12:00:01.000Z'),
      { told: { documentId: 'pd-1', at: '2026-11-23T12:00:01.000Z', delivery: 'sent' }, answer: awaiting },
    ],
    [
      'that the same arrived leaves the clock as it is',
      { state: 'delivered' },
      told('pd-2', '2026-11-23T12:00:01.000Z'),
      { told: toldNow('delivered'), answer: awaiting },
    ],
    [
      'a refused one stops the clock',
      { state: 'refused' },
      told('pd-2', at),
      { told: toldNow('refused'), answer: { state: 'awaiting', overdueSince: awaiting.overdueSince } },
    ],
    [
      'one that is not sent yet tells nothing',
      { state: 'received' },
      {},
      { told: undefined, answer: awaiting },
    ],
    [
      'an answer that is there keeps no clock',
      {},
      { answer: { state: 'accepted' } },
      { told: toldNow('sent'), answer: { state: 'accepted' } },
    ],
    [
      'nor does its refusal',
      { state: 'refused' },
      { answer: { state: 'held', dueAt: '2026-11-24T08:00:00.000Z' } },
      { told: toldNow('refused'), answer: { state: 'held', dueAt: '2026-11-24T08:00:00.000Z' } },
    ],
  ])('[S15] %s', (_, document, ledger, expected) => {
    expect(after(document, ledger)).toEqual(expected);
  });

  it('[S15] where nothing is agreed no answer is due anew', () => {
    const ledger = anOrderLedger({ answer: awaiting });
    expect(deliveredLedger(ledger, sent(), undefined)).toEqual({ ...ledger, told: toldNow('sent') });
  });
});

describe('what is told of a refused delivery', () => {
  const finding = (place: string, message: string) => ({ code: '5', at: place, message });
  const refused = (differing: Partial<PartnerDocument> = {}) =>
    refusedDelivery(anOrderLedger(), sent({ kind: 'order-change', state: 'refused', ...differing }));

  it('[S15] names document, order and what the partner found', () => {
    expect(refused({ findings: [finding('AK5', 'segment missing'), finding('', 'syntax')] })).toEqual({
      kind: 'acknowledgement-rejecting',
      cause: ['pd-2'],
      title: 'acme refuses the order change for PO-71: it counts as not delivered.',
      about: {
        partnerId: 'acme',
        supplierId: 'S1',
        purchaseOrderId: 'po-1',
        orderNumber: 'PO-71',
        partnerDocumentId: 'pd-2',
      },
      evidence: [
        { what: 'AK5', received: 'segment missing' },
        { what: 'finding', received: 'syntax' },
      ],
    });
  });

  it('[S15] tells the last twenty findings, as far as they fit', () => {
    const findings = Array.from({ length: 25 }, (_, n) =>
      finding(`${n} ${'x'.repeat(100)}`, 'y'.repeat(400)),
    );
    const { evidence } = refused({ findings });
    expect(evidence).toHaveLength(20);
    expect(evidence[0]).toEqual({ what: `5 ${'x'.repeat(78)}`, received: 'y'.repeat(300) });
  });

  it('[S15] of an EDI document it names the interchange', () => {
    const edi = {
      interchangeId: 'int-1',
      type: '860',
      version: '004010',
      groupReference: '1',
      transactionReference: '1',
    };
    expect(refused({ edi }).about.interchangeId).toBe('int-1');
  });
});

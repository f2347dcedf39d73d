import type { EdiAgreement, PartnerAgreement } from '#core/canonical/partner-agreement.ts';

type X12 = Extract<EdiAgreement, { standard: 'x12' }>;
type Edifact = Extract<EdiAgreement, { standard: 'edifact' }>;

export const anX12Agreement = (changes: Partial<X12> = {}): X12 => ({
  standard: 'x12',
  us: { qualifier: '14', id: '4012345000009' },
  them: { qualifier: 'ZZ', id: 'ACME' },
  usage: 'production',
  reading: 'strict',
  duplicates: 'answer-again',
  version: '004010',
  acknowledgements: { send: '997', expectWithinMinutes: 240 },
  ...changes,
});

export const anEdifactAgreement = (changes: Partial<Edifact> = {}): Edifact => ({
  standard: 'edifact',
  us: { qualifier: '14', id: '4012345000009' },
  them: { qualifier: '14', id: '4098765000010' },
  usage: 'production',
  reading: 'strict',
  duplicates: 'answer-again',
  version: 'D96A',
  syntax: { identifier: 'UNOC', version: '3' },
  acknowledgements: { send: 'CONTRL', expectWithinMinutes: 240 },
  ...changes,
});

/** An agreement with an active partner that speaks for supplier S1. */
export const aPartnerAgreement = (changes: Partial<PartnerAgreement> = {}): PartnerAgreement => ({
  id: 'acme',
  name: 'Acme Supplies',
  status: 'active',
  supplierId: 'S1',
  edi: anX12Agreement(),
  transport: 'mailbox',
  documents: {
    send: ['purchase-order', 'order-change'],
    receive: ['order-acknowledgement', 'order-change-answer', 'ship-notice', 'supplier-invoice'],
  },
  answerWithinHours: 24,
  changeQuantities: 'total',
  tolerances: {
    quantityOverPercent: '0',
    quantityUnderPercent: '5',
    pricePercent: '2',
    priceAmount: '1',
    daysEarly: 5,
    daysLate: 2,
    invoicePercent: '1',
    invoiceAmount: '5',
  },
  receiptWithinDays: 10,
  agreedCharges: [],
  deviations: [],
  ...changes,
});

import type { EdiAgreement, PartnerAgreement } from '#core/canonical/partner-agreement.ts';

/** How we are addressed on interchanges: a GLN, as both standards' qualifier 14 says. */
export const OUR_ADDRESS = { qualifier: '14', id: '4012345000009' } as const;

/** A supplier that is played by an independent program, and what is out of the ordinary about it. */
export interface EdiSupplier {
  readonly partnerId: string;
  /** Its code in the ERP. */
  readonly supplier: string;
  readonly name: string;
  readonly address: { readonly qualifier: '14'; readonly id: string };
  readonly standard: 'x12' | 'edifact';
  /** Of every so many-th of its items it has no more than so many order units; the rest comes much later. */
  readonly scarce: { readonly everyNth: number; readonly inStock: number } | undefined;
  /** Of its catalog price against the one we know, for every so many-th of its items. */
  readonly dearer: { readonly everyNth: number; readonly percent: number } | undefined;
}

/** What a supplier calls one of its items; one of them it has never told us, and prints our number in its place. */
export const codeOf = ({ standard, supplier }: EdiSupplier, itemCode: string, index: number): string =>
  standard === 'x12' && index > 0 ? `${supplier.slice(0, 3)}-${itemCode}` : itemCode;

/** Whether we know what it calls the item. */
export const isTold = ({ standard }: EdiSupplier, index: number): boolean =>
  standard === 'edifact' || index > 0;

export const ediSuppliers: readonly EdiSupplier[] = [
  {
    partnerId: 'roastwell',
    supplier: 'ROASTWELL',
    name: 'Roastwell Coffee Works',
    address: { qualifier: '14', id: '4098765000003' },
    standard: 'x12',
    scarce: { everyNth: 4, inStock: 3 },
    dearer: undefined,
  },
  {
    partnerId: 'pourware',
    supplier: 'POURWARE',
    name: 'Pourware',
    address: { qualifier: '14', id: '4098765000010' },
    standard: 'edifact',
    scarce: undefined,
    dearer: { everyNth: 3, percent: 8 },
  },
];

/** What was agreed with such a supplier. */
export function agreementWith(supplier: EdiSupplier, supplierId: string): PartnerAgreement {
  const common = {
    us: OUR_ADDRESS,
    them: supplier.address,
    usage: 'production',
    reading: 'lenient',
    duplicates: 'answer-again',
    // It writes PID and REF after ACK, FTX after PRI: both agreed to live with it.
    tolerated: ['segment-unexpected', 'element-condition'],
  } satisfies Partial<EdiAgreement>;
  const edi: PartnerAgreement['edi'] =
    supplier.standard === 'x12'
      ? {
          ...common,
          standard: 'x12',
          version: '004010',
          acknowledgements: { send: '997', expectWithinMinutes: 240 },
        }
      : {
          ...common,
          standard: 'edifact',
          version: 'D96A',
          syntax: { identifier: 'UNOC', version: '3' },
          acknowledgements: { send: 'CONTRL', expectWithinMinutes: 240 },
        };
  return {
    id: supplier.partnerId,
    name: supplier.name,
    status: 'onboarding',
    supplierId,
    edi,
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
      daysEarly: 30,
      daysLate: 3,
      invoicePercent: '1',
      invoiceAmount: '5',
    },
    receiptWithinDays: 10,
    agreedCharges: [],
    deviations: [],
  };
}

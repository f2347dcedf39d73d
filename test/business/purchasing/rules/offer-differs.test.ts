import { describe, expect, it } from 'vitest';
import { offerDiffers } from '#business/purchasing/rules/offer-differs.ts';
import { offersException } from '#business/purchasing/rules/offers-exception.ts';
import type { PartnerDocument } from '#core/canonical/interchange.ts';
import type { SupplierTerms } from '#core/canonical/supplier.ts';
import type { SupplierOffer } from '#core/canonical/supplier-flow.ts';

const item = { baseUnit: 'EA', packs: [{ unit: 'XCS', holds: '48' }] } as const;

describe('what master data says otherwise', () => {
  const terms: SupplierTerms = {
    id: 'S1:I1',
    supplierId: 'S1',
    itemId: 'I1',
    leadTimeDays: 5,
    transitDays: 2,
    orderUnit: 'XCS',
    minimumOrderQuantity: '1',
    orderMultiple: '1',
    price: { amount: '12.5', currency: 'EUR', per: { value: '100', unit: 'EA' } },
    validFrom: '2026-01-01',
    priority: 1,
    provenance: { system: 'tryton', receivedAt: '2026-01-01T00:00:00.000Z' },
  };
  const price = (amount: string, unit: 'EA' | 'XCS' | 'KGM' = 'EA', currency: 'EUR' | 'USD' = 'EUR') => ({
    price: { amount, currency, per: { value: '1', unit } },
  });
  const offeredAt = (what: string) => [`Offered at ${what}, known at 12.5 EUR per 100 EA.`];

  it.each<readonly [string, Partial<SupplierOffer>, readonly string[]]>([
    ['nothing offered', {}, []],
    ['the same price on another basis', price('0.125'), []],
    ['the same price of a case', price('6', 'XCS'), []],
    ['another price', price('0.13'), offeredAt('0.13 EUR per 1 EA')],
    ['another currency', price('0.125', 'EA', 'USD'), offeredAt('0.125 USD per 1 EA')],
    ['a unit that the item does not have', price('0.125', 'KGM'), offeredAt('0.125 EUR per 1 KGM')],
    ['the same time', { leadTimeDays: 5 }, []],
    ['another time', { leadTimeDays: 0 }, ['Offered within 0 days, known with 5.']],
    ['no longer offered', { discontinued: true }, ['No longer offered, and still bought.']],
  ])('[C6] %s', (_, offer, differs) => {
    expect(offerDiffers({ discontinued: false, ...offer }, terms, item)).toEqual(differs);
    expect(offerDiffers({ discontinued: false, ...offer }, undefined, item)).toEqual([]);
  });

  it('[C6] a known price in a unit that the item does not have is another price', () => {
    const known = {
      ...terms,
      price: { amount: '1', currency: 'EUR', per: { value: '1', unit: 'KGM' } },
    } as const;
    expect(offerDiffers({ discontinued: false, ...price('1') }, known, item)).toEqual([
      'Offered at 1 EUR per 1 EA, known at 1 EUR per 1 KGM.',
    ]);
  });

  it('[C6] is told the steward once a partner and kind, fifty sentences of it', () => {
    const document = { id: 'pd-1', partnerId: 'acme', supplierId: 'S1' } satisfies Partial<PartnerDocument>;
    const offer = (itemId: string, ...differs: string[]): SupplierOffer => ({
      id: `acme:${itemId}`,
      partnerId: 'acme',
      supplierId: 'S1',
      itemId,
      discontinued: false,
      differs,
      ordinals: {},
      provenance: { system: 'crossdock', receivedAt: '2026-12-01T00:00:00.000Z' },
    });
    const whole: PartnerDocument = {
      ...document,
      direction: 'in',
      channel: 'edi',
      kind: 'supplier-catalog',
      state: 'received',
      agreementVersion: 1,
      ordinal: '1',
      findings: [],
      test: false,
      at: '2026-12-01T00:00:00.000Z',
    };
    expect(offersException(whole, 'catalog', [offer('I1', 'a', 'b'), offer('I2', 'c')])).toEqual({
      kind: 'offer-differs',
      cause: ['acme', 'catalog'],
      title: 'acme offers 2 items otherwise than master data says.',
      about: { partnerId: 'acme', supplierId: 'S1', partnerDocumentId: 'pd-1' },
      evidence: [
        { what: 'I1', received: 'a' },
        { what: 'I1', received: 'b' },
        { what: 'I2', received: 'c' },
      ],
    });
    const many = Array.from({ length: 60 }, () => offer('x'.repeat(100), 'a'));
    const { evidence } = offersException(whole, 'stock', many);
    expect(evidence).toHaveLength(50);
    expect(evidence[0]?.what).toBe('x'.repeat(80));
  });
});

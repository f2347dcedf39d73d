import { expect, it } from 'vitest';
import { withPartner } from '#business/purchasing/rules/with-partner.ts';
import { aPartnerAgreement } from '#test/builders/a-partner-agreement.ts';
import { anOrderLedger } from '#test/builders/an-order-ledger.ts';

const { partnerId: _none, ...unpartnered } = anOrderLedger({ identifiers: [] });

it('[S6] an order that nobody answered for is found by the supplier that became a partner', () => {
  expect(withPartner(unpartnered, aPartnerAgreement())).toEqual({
    ...unpartnered,
    partnerId: 'acme',
    identifiers: [{ scheme: 'order-of:acme', value: 'PO-71' }],
  });
});

it('[S6] an order of a partner stays its own, and one without an agreement nobody’s', () => {
  const ofAcme = anOrderLedger();
  expect(withPartner(ofAcme, aPartnerAgreement({ id: 'bolt' }))).toEqual(ofAcme);
  expect(withPartner(unpartnered, undefined)).toEqual(unpartnered);
});

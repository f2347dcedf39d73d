import type { AnswerOf, BodyOf } from '../route.ts';
import type * as routes from '../routes/partners.ts';

const terms: BodyOf<typeof routes.addPartner>['agreement'] = {
  id: 'nordbolt',
  name: 'Nordbolt AB',
  supplierId: 'sup-nordbolt',
  edi: {
    standard: 'edifact',
    us: { qualifier: '14', id: '4012345000009' },
    them: { qualifier: '14', id: '7350012345676' },
    usage: 'production',
    reading: 'strict',
    duplicates: 'answer-again',
    version: 'D96A',
    syntax: { identifier: 'UNOC', version: '3' },
    acknowledgements: { send: 'CONTRL', expectWithinMinutes: 240 },
  },
  transport: 'mailbox',
  documents: {
    send: ['purchase-order', 'order-change'],
    receive: ['order-acknowledgement', 'ship-notice', 'supplier-invoice'],
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
  agreedCharges: [{ code: 'FC', atMost: '150' }],
  deviations: [],
};

const consumers = ['3k1v0p8mfm2c9h0example'];
const onboarding: AnswerOf<typeof routes.getPartner> = {
  ...terms,
  status: 'onboarding',
  version: 1,
  consumers,
};
const certified = {
  ...onboarding,
  certification: { at: '2026-11-20T08:31:00.000Z', passed: 16, failed: 0 },
  version: 2,
};
const active = {
  ...certified,
  status: 'active' as const,
  version: 3,
  lastHeardAt: '2026-11-20T10:02:11.000Z',
};

const report: AnswerOf<typeof routes.getCertification> = {
  partnerId: 'nordbolt',
  agreementVersion: 1,
  at: '2026-11-20T08:31:00.000Z',
  passed: 1,
  failed: 1,
  cases: [
    { name: 'answer-accept', title: 'The partner answers an order as it was ordered', passed: true },
    {
      name: 'answer-short',
      title: 'The partner answers an order with fewer than were ordered',
      passed: false,
      reason: 'the ORDRSP was rejected: segment 9 DTM, element 1, component 1: 67 is no code of 2005',
    },
  ],
};

export const partnerExamples = {
  'add-partner': {
    body: { agreement: terms, reason: 'New supplier of fasteners.', access: 'when-new' as const },
    answer: {
      partner: onboarding,
      changed: true,
      mailbox: { in: 'partners/nordbolt/in/', out: 'partners/nordbolt/out/' },
      access: {
        clientId: '3k1v0p8mfm2c9h0example',
        apiKeyId: 'a1b2c3d4e5',
        clientSecret: 'is given here once',
        apiKey: 'is given here once',
      },
    },
  },
  'list-partners': { answer: { entries: [active] } },
  'get-partner': { answer: active },
  'certify-partner': { body: { reason: 'First set-up.' }, answer: report },
  'get-certification': { answer: report },
  'activate-partner': { body: { reason: 'Certified, and their test orders agreed.' }, answer: active },
  'suspend-partner': {
    body: { reason: 'They send every interchange twice.' },
    answer: { ...active, status: 'suspended' as const, version: 4 },
  },
  'withdraw-partner-access': {
    body: { clientId: '1j7c2q9example', reason: 'Replaced by a new client.' },
    answer: active,
  },
};

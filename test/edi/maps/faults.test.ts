import { describe, expect, test } from 'vitest';
import { changed, fixture, isMapName, maps, transactionOf, typeOf } from './reading.ts';

/** Map a fixture with one place changed. */
function mappedWith(name: string, from: string, to: string) {
  const type = typeOf(name);
  if (!isMapName(type)) throw new Error(`no map for ${type}`);
  return maps[type](transactionOf(changed(fixture(name), from, to)));
}

const short = (name: string, from: string, to: string): string[] => {
  const mapped = mappedWith(name, from, to);
  if (mapped.ok) return [];
  return mapped.faults.map(
    ({ segment, position, element, component, message }) =>
      `${segment}@${position}${element ? `/${element}` : ''}${component ? `.${component}` : ''} ${message}`,
  );
};

const answer = 'maps/855-every-answer.004010.x12';
const notice = 'maps/856-two-orders-out-of-order.005010.x12';
const order = 'maps/850-every-part.005010.x12';
const orders = 'maps/ORDERS-every-part.D01B.edi';
const changeAnswer = 'maps/865-answer.004010.x12';
const invoice = 'maps/810-terms-charges-and-orders.004010.x12';
const ordrsp = 'maps/ORDRSP-schedules-and-prices.D96A.edi';
const desadv = 'maps/DESADV-pallet-cartons-lots.D01B.edi';
const invoic = 'maps/INVOIC-discount-allowance-and-orders.D96A.edi';

const cases: readonly (readonly [string, string, string, string, string])[] = [
  [
    '[S11] a unit nobody knows',
    answer,
    'PO1*5*6*EA',
    'PO1*5*6*CS',
    'PO1@25/3 is no unit of measure that is known here',
  ],
  [
    '[C6] a basis of price nobody knows',
    answer,
    'PO1*2*12*CA*31*PE',
    'PO1*2*12*CA*31*PP',
    'PO1@18/5 is a basis of price that is not known here: a price per what?',
  ],
  [
    '[C2] more decimals than are held exactly',
    answer,
    'EA*12.25*HP',
    'EA*12.2512345*HP',
    'PO1@13/4 is no number that can be held exactly: at most 12 digits before the point and 6 after it',
  ],
  [
    '[C2] a currency nobody knows',
    answer,
    'CUR*SE*USD',
    'CUR*SE*XTS',
    'CUR@3/2 is no currency that is known here',
  ],
  [
    '[S1] a wrong count of lines',
    answer,
    'CTT*5',
    'CTT*6',
    'CTT@26/1 is not the number of lines, which is 5',
  ],
  [
    '[S13] a parent that never came',
    notice,
    'HL*5*20*T',
    'HL*5*21*T',
    'HL@14/2 is the number of no HL before this one',
  ],
  [
    '[S13] an HL number that comes twice',
    notice,
    'HL*6*30*P',
    'HL*5*30*P',
    'HL@16/1 is the number of another HL already|HL@19/2 is the number of no HL before this one',
  ],
  [
    '[S13] a level nobody knows',
    notice,
    'HL*5*20*T',
    'HL*5*20*Q',
    'HL@14/3 is a level that is not known here',
  ],
  [
    '[S13] an SSCC on two packs',
    notice,
    'MAN*AA*340987650000000021',
    'MAN*AA*340987650000000014',
    'MAN@18/2 is an SSCC that another pack has already',
  ],
  [
    '[S13] an SSCC that is too short',
    notice,
    'MAN*AA*340987650000000021',
    'MAN*AA*34098765000000002',
    'MAN@18/2 is no SSCC: 18 digits, perhaps with 00 before them',
  ],
  [
    '[S13] an item without quantity',
    notice,
    'SN1*3*10*EA~\n',
    '',
    'HL@19 an item without the quantity shipped (SN102)',
  ],
  [
    '[S13] an order level without order',
    notice,
    'PRF*PO-2026-0082~\n',
    '',
    'HL@12 an order level without the number of its order (PRF01)',
  ],
  [
    '[S14] a kind of invoice nobody knows',
    invoice,
    '*DI*00',
    '*PP*00',
    'BIG@2/7 is no kind of invoice that is known here',
  ],
  [
    '[S11] an answer to two orders',
    ordrsp,
    "RFF+CT:CONTRACT-3'",
    "RFF+ON:PO-2'",
    'BGM@2 an answer to 2 orders (RFF ON): one is needed',
  ],
  [
    '[S11] a week where a day is needed',
    ordrsp,
    'DTM+67:20261203:102',
    'DTM+67:202649:616',
    'DTM@22/1.2 is no day in format 616 (102, 203, 204)',
  ],
  [
    '[S13] a packing sequence inside one that never came',
    desadv,
    'CPS+2+1',
    'CPS+2+9',
    'CPS@14/2 is the number of no sequence before this one',
  ],
  [
    '[S13] a line without quantity shipped',
    desadv,
    "QTY+12:24:PCE'\n",
    '',
    'LIN@25 a line without the quantity shipped (QTY 12)',
  ],
  ['[S14] a proforma', invoic, 'BGM+380', 'BGM+325', 'BGM@2/1 is no kind of invoice that is known here'],
  [
    '[S14] an invoice without date',
    invoic,
    "DTM+137:20261204:102'\n",
    "DTM+3:20261204:102'\n",
    'BGM@2 an invoice without its date (DTM 137)',
  ],
  [
    '[S1] an ordered line without any quantity',
    order,
    'SCH*5*GA***067*20261211~\n',
    '',
    'PO1@26 a line without any quantity (PO102, SCH01, SDQ04)',
  ],
  [
    '[S1] a schedule in a unit nobody knows',
    order,
    'SCH*5*GA',
    'SCH*5*XY',
    'SCH@27/2 is no unit of measure that is known here',
  ],
  [
    '[S1] a store with a quantity in a unit nobody knows',
    order,
    'SDQ*LB*92',
    'SDQ*XY*92',
    'SDQ@22/1 is no unit of measure that is known here',
  ],
  [
    '[C2] a total with more decimals than are held exactly',
    order,
    'AMT*TT*310.6',
    'AMT*TT*310.6123456',
    'AMT@29/2 is no number that can be held exactly: at most 12 digits before the point and 6 after it',
  ],
  [
    '[S1] an order without number',
    orders,
    'BGM+220+C-4711+9',
    'BGM+220++9',
    'BGM@2/2 the number of the order is missing',
  ],
  [
    '[S1] an ordered line of a message without any quantity',
    orders,
    "QTY+1:4:CT'\n",
    '',
    'LIN@36 a line without any quantity (QTY 21)',
  ],
  [
    '[S12] a changed line in a unit nobody knows',
    changeAnswer,
    'POC*3*PQ*24*12*CA',
    'POC*3*PQ*24*12*CS',
    'POC@12/5 is no unit of measure that is known here',
  ],
];

describe('faults of the maps', () => {
  test.each(cases)('%s is a fault with its place', (_, name, from, to, expected) => {
    expect(short(name, from, to)).toEqual(expected.split('|'));
  });

  test('[S1] all faults are named at once', () => {
    const text = changed(changed(fixture(answer), 'CTT*5', 'CTT*6'), 'CUR*SE*USD', 'CUR*SE*XTS');
    const mapped = maps['855'](transactionOf(text));
    expect(mapped).toMatchObject({ ok: false, faults: [{ segment: 'CTT' }, { segment: 'CUR' }] });
  });

  test('[S1] a transaction that was read without its schema is not guessed at', () => {
    const { root, ...loopless } = transactionOf(fixture(answer));
    expect(root).toBeDefined();
    for (const map of Object.values(maps))
      expect(map(loopless)).toMatchObject({ ok: false, faults: [{ message: /no schema/ }] });
  });
});

describe('what the documents keep', () => {
  const documentOf = (mapped: ReturnType<typeof mappedWith>): unknown => {
    if (!mapped.ok) throw new Error(JSON.stringify(mapped.faults));
    return mapped.document;
  };

  test('[S13] the order of HL is by its parents, whatever BSN05 says', () => {
    const changedTo = (code: string) => documentOf(mappedWith(notice, '*0915*0004', `*0915*${code}`));
    expect(changedTo('0001')).toEqual(changedTo('0004'));
  });

  test('[S11] a ship date is never a delivery date', () => {
    const text = JSON.stringify(documentOf(mappedWith(answer, 'DTM*068*20261201', 'DTM*067*20261201')));
    expect(text).toContain('{"event":"delivery","code":"067","date":"2026-12-01"}');
    expect(text).toContain('{"event":"shipment","code":"068","date":"2026-12-02"}');
  });

  test('[S11] a code that contradicts its data is kept beside it', () => {
    expect(documentOf(mappedWith(answer, 'ACK*R2', 'ACK*IA*0*KG'))).toMatchObject({
      lines: { 3: { confirmations: [{ code: 'IA', quantity: { value: '0' } }] } },
    });
  });

  test('[S14] TDS has two implied decimals, also below one and above a million', () => {
    const total = (text: string) => documentOf(mappedWith(invoice, 'TDS*41567*', `TDS*${text}*`));
    expect(total('7')).toMatchObject({ totals: { invoice: '0.07' } });
    expect(total('-1000')).toMatchObject({ totals: { invoice: '-10' } });
    expect(total('123456789')).toMatchObject({ totals: { invoice: '1234567.89' } });
  });

  test('[S14] a percentage above 1 in TXI03 is not guessed at but found', () => {
    const mapped = mappedWith(invoice, 'TXI*ST*33.07*.08', 'TXI*ST*33.07*8');
    expect(documentOf(mapped)).toMatchObject({ taxes: [{ type: 'ST', amount: '33.07' }] });
    expect(mapped.unmapped).toContainEqual(
      expect.objectContaining({ segment: 'TXI', element: 3, value: '8' }),
    );
  });

  test('[S1] a date that is left empty is none, and found', () => {
    const mapped = mappedWith(ordrsp, 'DTM+68:20261201:102', 'DTM+68::102');
    expect(documentOf(mapped)).toMatchObject({ dates: [] });
    expect(mapped.unmapped).toContainEqual(expect.objectContaining({ segment: 'DTM', value: '68::102' }));
  });

  test('[S1] a unit that is left out stays out', () => {
    expect(documentOf(mappedWith(ordrsp, 'QTY+21:480:PCE', 'QTY+21:480'))).toMatchObject({
      lines: { 0: { ordered: { value: '480' } } },
    });
  });
});

import type { TransactionSource } from '../../codec/compile-schema.ts';

const references = (maximum: number): string => `{SG:${maximum} RFF! DTM:5}`;

/** NAD with its references, documents and contacts: four segment groups. */
const parties = (maximum: number, places: number, references: number, inside = ''): string =>
  `{SG:${maximum} NAD! LOC:${places} FII:5 ${inside} {SG:${references} RFF! DTM:5} {SG:5 DOC! DTM:5} {SG:5 CTA! COM:5}}`;

const taxes = (maximum: number): string => `{SG:${maximum} TAX! MOA LOC:9}`;

const transport = '{SG:10 TDT! {SG:10 LOC! DTM:5}}';

const terms = '{SG:5 TOD! LOC:2}';

const equipment = '{SG:10 EQD! HAN:5 MEA:5 FTX:5}';

const scheduling = (maximum: number): string => `{SG:${maximum} SCC! FTX:5 RFF:5 {SG:10 QTY! DTM:5}}`;

/** ALC with quantity, percentage, amount, rate and tax: six segment groups. */
const charges = (maximum: number): string =>
  `{SG:${maximum} ALC! ALI:5 DTM:5 {SG QTY! RNG} {SG PCD! RNG} {SG:2 MOA! RNG} {SG RTE! RNG} {SG:5 TAX! MOA}}`;

const requirements = (maximum: number): string => `{SG:${maximum} RCS! RFF:5 DTM:5 FTX:*}`;

const packing = '{SG:99 PAC! MEA:5 {SG:99 PCI! RFF DTM:5 GIN:99}}';

const linePacking = '{SG:99 PAC! MEA:5 QTY:5 DTM:5 {SG RFF! DTM:5} {SG:99 PCI! RFF DTM:5 GIN:99}}';

const stages = '{SG:10 STG! {SG:3 QTY! MOA}}';

const dangers = '{SG:999 DGS! FTX:5 {SG:99 CTA! COM:5}}';

const details = `LIN! PIA:25 IMD:99 MEA:99 QTY:99 PCD:5 ALI:5 DTM:35 MOA:10`;

const documents = 'GIN:1000 GIR:1000 QVR DOC:99 PAI';

const characteristics = '{SG:999 CCI! CAV:10 MEA:10}';

const payment = '{SG:10 PAT! DTM:5 PCD MOA}';

/** In D.01B the amounts of a payment term are a group of their own. */
const paymentD01B = (inside: string): string => `{SG:10 PAT! DTM:5 PCD {SG:9999 MOA! GIR:9 ${inside}}}`;

const prices = '{SG:25 PRI! CUX APR:99 RNG DTM:5}';

const adjustment = '{SG AJT! FTX:5}';

const places = '{SG:9999 LOC! QTY PCD DTM:5}';

const summary = (amounts: number): string => `UNS! MOA:${amounts} CNT:10 {SG:10 ALC! ALI MOA!:2} UNT!`;

const headerAfterTerms = `${packing} ${equipment} ${scheduling(10)} {SG:25 APR! DTM:5 RNG}`;

const lineAfterPrices = (references: string, inside: string): string =>
  `${references} ${linePacking} ${places} ${taxes(10)} ${parties(999, 5, 99, inside)} ${charges(99)} ${transport}
   ${terms} ${equipment} ${scheduling(100)} ${requirements(999)} ${stages}`;

/** ORDERS D.96A: lines are segment group 25. */
export const orders: TransactionSource = {
  type: 'ORDERS',
  name: 'Purchase order message',
  structure: `UNH! BGM! DTM!:35 PAI ALI:5 IMD:999 FTX:99 ${references(9999)} ${parties(99, 99, 99)} ${taxes(5)}
    {SG:5 CUX! PCD:5 DTM:5} ${payment} ${transport} ${terms} ${headerAfterTerms} ${charges(99)} ${requirements(100)}
    {SG:200000 ${details} ${documents} FTX:99 ${characteristics} ${payment} ${prices}
      ${lineAfterPrices(references(9999), '')}} ${summary(12)}`,
};

/** ORDERS D.01B: lines are segment group 28. */
export const ordersD01B: TransactionSource = {
  type: 'ORDERS',
  name: 'Purchase order message',
  structure: `UNH! BGM! DTM!:35 PAI ALI:5 IMD:999 FTX:99 GIR:10 ${references(9999)} ${parties(99, 99, 99)} ${taxes(5)}
    {SG:5 CUX! PCD:5 DTM:5} ${paymentD01B('RJL:99')} ${transport} ${terms} ${headerAfterTerms} ${charges(99)}
    ${requirements(999)} ${dangers}
    {SG:200000 ${details} GIS:99 ${documents} MTD:99 FTX:99 ${characteristics} ${paymentD01B('')} ${prices}
      ${lineAfterPrices('{SG:9999 RFF! DTM:5 GIS:99 MOA:99}', '')} ${dangers}} ${summary(99)}`,
};

const answerHeader = `${references(9999)} ${adjustment} ${parties(99, 25, 99)} ${taxes(5)} {SG:5 CUX! PCD:5 DTM:5}
  ${payment} ${transport} ${terms} ${headerAfterTerms} ${charges(99)} ${requirements(999)}`;

const answerLine = `${characteristics} ${payment} ${adjustment} ${prices} ${lineAfterPrices(references(9999), '')}`;

/** ORDRSP D.96A: what the seller accepts, changes or refuses; lines are segment group 26. */
export const orderResponse: TransactionSource = {
  type: 'ORDRSP',
  name: 'Purchase order response message',
  structure: `UNH! BGM! DTM!:35 PAI ALI:5 IMD FTX:99 ${answerHeader}
    {SG:200000 ${details} ${documents} FTX:99 ${answerLine}} ${summary(12)}`,
};

export const orderResponseD01B: TransactionSource = {
  type: 'ORDRSP',
  name: 'Purchase order response message',
  structure: `UNH! BGM! DTM!:35 PAI ALI:5 IMD:999 FTX:99 GIR:10 ${answerHeader}
    {SG:200000 ${details} GIS:99 ${documents} MTD:99 FTX:99 ${answerLine}} ${summary(12)}`,
};

/** ORDCHG: the buyer's change, built as the answer to it is. */
export const orderChange: TransactionSource = {
  ...orderResponse,
  type: 'ORDCHG',
  name: 'Purchase order change request message',
};

export const orderChangeD01B: TransactionSource = {
  ...orderResponseD01B,
  type: 'ORDCHG',
  name: 'Purchase order change request message',
};

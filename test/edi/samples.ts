/** X12 and EDIFACT texts for tests: written here, small, and changed by each test where it needs. */

const isa = 'ISA*00*          *00*          *ZZ*SENDER         *01*012345678      *261121*0418';

/** One interchange of one group with n purchase orders. */
export function x12Orders(count = 1, { version = '00401', control = '000000042' } = {}): string {
  const orders = Array.from({ length: count }, (_, i) => x12Order(String(i + 1).padStart(4, '0')));
  return [
    `${isa}*${version >= '00402' ? '^' : 'U'}*${version}*${control}*0*P*>~`,
    'GS*PO*S*R*20261121*0418*7*X*004010~',
    ...orders,
    `GE*${count}*7~`,
    `IEA*1*${control}~`,
  ].join('\n');
}

export const x12Order = (control: string): string =>
  [
    `ST*850*${control}~`,
    `BEG*00*SA*PO-${control}**20261121~`,
    'PO1*1*480*EA*9.25**BP*4711~',
    'CTT*1~',
    `SE*5*${control}~`,
  ].join('\n');

/** One interchange of n orders, without groups. */
export function edifactOrders(count = 1, { syntax = 'UNOC:3', una = '' } = {}): string {
  const orders = Array.from({ length: count }, (_, i) => edifactOrder(String(i + 1)));
  return [
    una,
    `UNB+${syntax}+4012345000009:14+4098765000003:14+261121:0418+REF42'`,
    ...orders,
    `UNZ+${count}+REF42'`,
  ].join('\n');
}

export const edifactOrder = (reference: string): string =>
  [
    `UNH+${reference}+ORDERS:D:96A:UN:EAN008'`,
    `BGM+220+PO-${reference}+9'`,
    "DTM+137:20261121:102'",
    "NAD+BY+4012345000009::9'",
    "LIN+1++4000001000005:EN'",
    "QTY+21:480'",
    "UNS+S'",
    `UNT+8+${reference}'`,
  ].join('\n');

export const bytes = (text: string, encoding: 'utf8' | 'latin1' = 'utf8'): Uint8Array =>
  new Uint8Array(Buffer.from(text, encoding));

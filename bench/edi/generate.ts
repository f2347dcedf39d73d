import { once } from 'node:events';
import { createWriteStream } from 'node:fs';

/** What was generated: the file and how many segments are in it, to check who counts right. */
export interface Generated {
  readonly path: string;
  readonly bytes: number;
  readonly segments: number;
  readonly transactions: number;
}

/** How a file of any size is made: what stands around it, and its transactions a hundred at a time. */
interface Recipe {
  readonly header: string;
  batch(round: number): string[];
  trailer(rounds: number): string;
}

/** One interchange with purchase orders and ship notices in groups of a hundred, of about this size. */
export const generateX12 = (path: string, size: number): Promise<Generated> =>
  write(path, size, {
    header:
      'ISA*00*          *00*          *ZZ*SENDER         *01*012345678      *261121*0418*^*00501*000000042*0*P*>~',
    batch: (round) => [
      `GS*${round % 2 === 0 ? 'PO' : 'SH'}*SENDER*012345678*20261121*0418*${round + 1}*X*004010~`,
      ...hundred((i) => (round % 2 === 0 ? order(round * 100 + i) : shipNotice(round * 100 + i))),
      `GE*100*${round + 1}~`,
    ],
    trailer: (rounds) => `IEA*${rounds}*000000042~`,
  });

/** One interchange with ORDERS and DESADV in turn, of about this size. */
export const generateEdifact = (path: string, size: number): Promise<Generated> =>
  write(path, size, {
    header: "UNA:+.? '\nUNB+UNOC:3+4012345000009:14+4098765000003:14+261121:0418+42'",
    batch: (round) => hundred((i) => (i % 2 === 0 ? orders(round * 100 + i) : desadv(round * 100 + i))),
    trailer: (rounds) => `UNZ+${rounds * 100}+42'`,
  });

/** One interchange with orders, acknowledgements, ship notices and invoices in groups of a hundred, of about this size. */
export const generateAnswers = (path: string, size: number): Promise<Generated> =>
  write(path, size, {
    header:
      'ISA*00*          *00*          *ZZ*SENDER         *01*012345678      *261121*0418*^*00501*000000042*0*P*>~',
    batch: (round) => {
      const [type, make] = answers[round % answers.length] ?? ['PR', acknowledgement];
      return [
        `GS*${type}*SENDER*012345678*20261121*0418*${round + 1}*X*004010~`,
        ...hundred((i) => make(round * 100 + i)),
        `GE*100*${round + 1}~`,
      ];
    },
    trailer: (rounds) => `IEA*${rounds}*000000042~`,
  });

const answers: readonly (readonly [string, (number: number) => string])[] = [
  ['PO', order],
  ['PR', acknowledgement],
  ['SH', shipNotice],
  ['IN', invoice],
];

const hundred = (make: (i: number) => string): string[] => Array.from({ length: 100 }, (_, i) => make(i));

async function write(path: string, size: number, { header, batch, trailer }: Recipe): Promise<Generated> {
  const file = createWriteStream(path);
  let bytes = 0;
  let segments = 0;
  let rounds = 0;
  const put = async (text: string): Promise<void> => {
    bytes += Buffer.byteLength(text);
    segments += text.split('\n').filter((line) => line !== '' && !line.startsWith('UNA')).length;
    if (!file.write(text)) await once(file, 'drain');
  };
  await put(`${header}\n`);
  for (; bytes < size; rounds++) await put(`${batch(rounds).join('\n')}\n`);
  await put(`${trailer(rounds)}\n`);
  file.end();
  await once(file, 'finish');
  return { path, bytes, segments, transactions: rounds * 100 };
}

const reference = (number: number): string => String((number % 9_999) + 1).padStart(4, '0');

function counted(header: string, trailer: (count: number) => string, body: readonly string[]): string {
  return [header, ...body, trailer(body.length + 2)].join('\n');
}

function order(number: number): string {
  const lines = Array.from({ length: 10 }, (_, i) => [
    `PO1*${i + 1}*${(i + 1) * 12}*EA*${9 + i}.25*PE*BP*FX-${1000 + i}*VP*77-${i}~`,
    `PID*F****Hex bolt M${i + 4}x40 zinc plated~`,
    `SCH*${(i + 1) * 12}*EA***106*20261203~`,
  ]);
  return counted(`ST*850*${reference(number)}~`, (count) => `SE*${count}*${reference(number)}~`, [
    `BEG*00*SA*PO-${number}**20261121~`,
    'REF*DP*MRO~',
    'DTM*002*20261205~',
    'N1*ST*Warehouse East*92*WH-E~',
    'N3*4 Dockside~',
    'N4*Albany*NY*12207*US~',
    ...lines.flat(),
    'CTT*10~',
  ]);
}

function shipNotice(number: number): string {
  const packs = Array.from({ length: 8 }, (_, i) => [
    `HL*${i * 2 + 3}*2*P*1~`,
    `MAN*GM*003401234500000${String(i).padStart(5, '0')}~`,
    `HL*${i * 2 + 4}*${i * 2 + 3}*I*0~`,
    `LIN*${i + 1}*BP*FX-${1000 + i}*LT*L-${number}~`,
    `SN1*${i + 1}*24*EA**480*EA~`,
  ]);
  return counted(`ST*856*${reference(number)}~`, (count) => `SE*${count}*${reference(number)}~`, [
    `BSN*00*SHIP-${number}*20261203*0915*0001~`,
    'HL*1**S*1~',
    'TD1*CTN25*8****G*118*LB~',
    'REF*BM*BOL-5~',
    'HL*2*1*O*1~',
    `PRF*PO-${number}***20261121~`,
    ...packs.flat(),
    'CTT*18~',
  ]);
}

function acknowledgement(number: number): string {
  const lines = Array.from({ length: 10 }, (_, i) => [
    `PO1*${i + 1}*${(i + 1) * 12}*EA*${9 + i}.25*PE*BP*FX-${1000 + i}*VP*77-${i}~`,
    `ACK*IA*${(i + 1) * 12}*EA*067*20261205~`,
  ]);
  return counted(`ST*855*${reference(number)}~`, (count) => `SE*${count}*${reference(number)}~`, [
    `BAK*00*AD*PO-${number}*20261121****SO-${number}*20261122~`,
    'N1*SE*Bolt Supply Inc*92*V-17~',
    ...lines.flat(),
    'CTT*10~',
  ]);
}

function invoice(number: number): string {
  const lines = Array.from({ length: 10 }, (_, i) => [
    `IT1*${i + 1}*${(i + 1) * 12}*EA*${9 + i}.25*PE*BP*FX-${1000 + i}*VP*77-${i}~`,
    `PID*F****Hex bolt M${i + 4}x40 zinc plated~`,
  ]);
  return counted(`ST*810*${reference(number)}~`, (count) => `SE*${count}*${reference(number)}~`, [
    `BIG*20261204*INV-${number}*20261121*PO-${number}***DI~`,
    'N1*RI*Bolt Supply Inc*92*V-17~',
    'ITD*01*3*2**15**30~',
    ...lines.flat(),
    'TDS*915000~',
    'TXI*ST*732*.08~',
    'SAC*C*D240***1500~',
    'CTT*10~',
  ]);
}

function orders(number: number): string {
  const lines = Array.from({ length: 10 }, (_, i) => [
    `LIN+${i + 1}++40987650001${String(i).padStart(2, '0')}:EN'`,
    `PIA+1+FX-${1000 + i}:BP+77-${i}:SA'`,
    `IMD+F++:::Hex bolt M${i + 4}x40?: zinc plated'`,
    `QTY+21:${(i + 1) * 12}'`,
    `PRI+AAA:${9 + i}.25'`,
  ]);
  return counted(`UNH+${number}+ORDERS:D:96A:UN:EAN008'`, (count) => `UNT+${count}+${number}'`, [
    `BGM+220+PO-${number}+9'`,
    "DTM+137:20261121:102'",
    "DTM+2:20261205:102'",
    "NAD+BY+4012345000009::9'",
    "NAD+SU+4098765000003::9'",
    ...lines.flat(),
    "UNS+S'",
    "CNT+2:10'",
  ]);
}

function desadv(number: number): string {
  const packs = Array.from({ length: 8 }, (_, i) => [
    `CPS+${i + 2}+1'`,
    "PAC+1++CT'",
    "PCI+33E'",
    `GIN+BJ+3401234500000${String(i).padStart(5, '0')}'`,
    `LIN+${i + 1}++40987650001${String(i).padStart(2, '0')}:EN'`,
    "QTY+12:24'",
    `RFF+ON:PO-${number}:${i + 1}'`,
  ]);
  return counted(`UNH+${number}+DESADV:D:96A:UN:EAN005'`, (count) => `UNT+${count}+${number}'`, [
    `BGM+351+SHIP-${number}+9'`,
    "DTM+137:20261203:102'",
    "NAD+DP+4012345000016::9'",
    "NAD+SU+4098765000003::9'",
    "CPS+1'",
    ...packs.flat(),
  ]);
}

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ReadOptions } from '#edi/codec/interchange-reader.ts';
import { bytes, edifactOrder, edifactOrders, x12Order, x12Orders } from './samples.ts';

/** Something that is wrong, and how it is read. */
export interface FaultyInput {
  readonly name: string;
  readonly syntax: 'x12' | 'edifact';
  readonly data: Uint8Array;
  readonly options?: ReadOptions;
}

type Case = readonly [name: string, text: string, options?: ReadOptions];

const x12 = x12Orders(2);
const x12New = x12Orders(1, { version: '00501' });
const small = {
  segmentBytes: 150,
  delimitersPerSegment: 20,
  segmentsPerTransaction: 5,
  faultsPerLevel: 2,
  referencesPerLevel: 1,
};

/** Ends, headers and nesting that X12 does not allow. */
const x12Envelopes: readonly Case[] = [
  ['no ISA13', x12.replaceAll('000000042', '         ')],
  [
    'every ISA element of a wrong form',
    x12.replace('261121*0418*U*00401*000000042*0*P', '26x121*2418*U*004x1*00000004x*0*X'),
  ],
  ['an ISA that is too short', x12.replace('SENDER         ', 'SENDER')],
  ['an ISA that is too short, leniently', x12.replace('SENDER         ', 'SENDER'), { lenient: true }],
  ['a delimiter that is a letter', x12.replace('*P*>~', '*P*x~'), { lenient: true }],
  ['a delimiter that is a space', x12.replace('*P*>~', '*P* ~'), { lenient: true }],
  ['two delimiters that are the same', x12.replace('*P*>~', '*P*~~')],
  ['no terminator at the end', x12.slice(0, -1)],
  ['no terminator at the end, leniently', x12.slice(0, -1), { lenient: true }],
  ['the end inside an order', x12.slice(0, x12.indexOf('CTT*1') + 3)],
  ['the end inside an order, leniently', x12.slice(0, x12.indexOf('CTT*1') + 3), { lenient: true }],
  ['the end inside a tag-less segment', `${x12.slice(0, x12.indexOf('CTT*1'))}*1*2`],
  ['no IEA', x12.replace(/IEA.*/, '')],
  ['no GE', x12.replace(/GE\*.*\n/, '')],
  ['no SE', x12.replace(/SE\*5\*0001~\n/, '')],
  ['no SE before GE', x12.replace(/SE\*5\*0002~\n/, '')],
  ['no SE and no GE before IEA', x12.replace(/SE\*5\*0002~\nGE.*\n/, '')],
  ['no ST', x12.replace('ST*850*0002~\n', '')],
  ['no ST and no SE', x12.replace('ST*850*0002~\n', '').replace('SE*5*0002~\n', '')],
  ['no GS', x12.replace(/GS\*.*\n/, '')],
  ['no GS and no GE', x12.replace(/GS\*.*\n/, '').replace(/GE\*.*\n/, '')],
  ['a GE that closes nothing', x12.replace('IEA*1', 'GE*0*7~\nIEA*1')],
  ['a GS inside an order', x12.replace('CTT*1', 'GS*PO*S*R*20261121*0418*8*X*004010~\nCTT*1')],
  ['an order inside an order', x12.replace('CTT*1', `${x12Order('0009')}\nCTT*1`)],
  ['a stray segment in a group', x12.replace('GE*2', 'REF*ZZ*stray~\nGE*2')],
  ['a stray segment outside of groups', x12.replace('IEA*1', 'REF*ZZ*stray~\nIEA*1')],
  [
    'services before and after the group',
    x12.replace('GS*', 'TA1*1~\nISB*2~\nISE*3~\nTA3*4~\nGS*').replace('IEA', 'TA1*5~\nIEA'),
  ],
  ['an empty ST02', x12.replace('ST*850*0001', 'ST*850*')],
  ['an ST01 of letters', x12.replace('ST*850*0001', 'ST*85X*0001')],
  ['no GS06', x12.replace('0418*7*X', '0418**X')],
  ['GS elements of a wrong form', x12.replace('20261121*0418*7', '20261321*2418*7x')],
  ['a group of another type', x12.replace('GS*PO', 'GS*IN')],
  ['a group of a type nobody knows', x12.replace('GS*PO', 'GS*QQ').replace('ST*850*0001', 'ST*123*0001')],
  ['SE01 that counts wrong', x12.replace('SE*5*0001', 'SE*4*0001')],
  ['SE01 that is no number', x12.replace('SE*5*0001', 'SE*5x*0001')],
  ['SE without anything', x12.replace('SE*5*0001', 'SE')],
  ['SE02 with zeros before it', x12.replace('SE*5*0001', 'SE*5*00001')],
  ['GE01 that counts wrong, GE02 of another', x12.replace('GE*2*7', 'GE*3*8')],
  ['GE02 with zeros before it', x12.replace('GE*2*7', 'GE*2*007')],
  ['GE02 that is no number', x12.replace('GE*2*7', 'GE*2*7x')],
  ['GE02 that lost the zeros inside it', x12.replace('0418*7*X', '0418*7007*X').replace('GE*2*7', 'GE*2*77')],
  ['GE02 with a letter before it', x12.replace('GE*2*7', 'GE*2*x7')],
  ['GS06 and GE02 with letters', x12.replace('0418*7*X', '0418*7x*X').replace('GE*2*7', 'GE*2*07x')],
  ['GS06 of zeros, GE02 of two digits', x12.replace('0418*7*X', '0418*0077*X').replace('GE*2*7', 'GE*2*77')],
  ['SE01 with a letter before it', x12.replace('SE*5*0001', 'SE*x5*0001')],
  ['SE01 with zeros before it', x12.replace('SE*5*0001', 'SE*005*0001')],
  ['IEA that counts wrong, of another', x12.replace('IEA*1*000000042', 'IEA*2*000000041')],
  ['the same control numbers again, at every level', x12.replaceAll('0002', '0001') + x12Orders(1)],
  [
    'the same group twice',
    x12.replace('IEA*1', `GS*PO*S*R*20261121*0418*7*X*004010~\n${x12Order('0001')}\nGE*1*7~\nIEA*2`),
  ],
  ['the same order in another interchange', x12Orders(1) + x12Orders(1, { control: '000000043' })],
  [
    'text before, between and after',
    `From: someone\n${x12Orders(1)}\nregards\n${x12Orders(1, { control: '000000043' })}\nthe end of it all, and more`,
  ],
  ['no interchange at all', 'item,location,bucket\n1,2,3\n'],
  ['the beginning of an ISA', x12.slice(0, 60)],
  ['an ISA inside an interchange', x12.replace('CTT*1', `${x12Orders(1, { control: '000000043' })}\nCTT*1`)],
];

/** What is answered in a way of its own: acknowledgements, conventions, counts of many digits, what cannot be said back. */
const x12Answers: readonly Case[] = [
  ['a group of acknowledgements', x12.replace('GS*PO', 'GS*FA')],
  ['a 997 among orders', x12.replace('ST*850*0001', 'ST*997*0001')],
  ['a 999 among orders', x12.replace('ST*850*0001', 'ST*999*0001')],
  ['a transaction set of four digits', x12.replace('ST*850*0001', 'ST*8500*0001')],
  ['a transaction set with a letter before it', x12.replace('ST*850*0001', 'ST*A850*0001')],
  [
    'a convention in ST03, in a version with one',
    x12.replaceAll('X*004010', 'X*005010X220A1').replace('ST*850*0001', 'ST*850*0001*005010X220'),
  ],
  [
    'a convention and a version that cannot be said back',
    x12.replaceAll('X*004010', 'X*005010+X').replace('ST*850*0001', 'ST*850*0001*00|50'),
  ],
  ['a control number that cannot be said back', x12.replaceAll('0001~', '00+1~')],
  ['a control number that is too long', x12.replaceAll('0001~', '0001234567~')],
  [
    'a group number that is too long',
    x12.replace('0418*7*X', '0418*7777777777*X').replace('GE*2*7', 'GE*2*7777777777'),
  ],
  ['a group number with a letter', x12.replace('0418*7*X', '0418*x7*X').replace('GE*2*7', 'GE*2*x7')],
  [
    'a good group beside one without a number',
    x12.replace('IEA*1', `GS*PO*S*R*20261121*0418**X*004010~\n${x12Order('0001')}\nGE*1*~\nIEA*2`),
  ],
  ['a GE01 of many digits', x12.replace('GE*2*7', 'GE*000002*7')],
  ['a GE01 of too many digits', x12.replace('GE*2*7', 'GE*0000002*7')],
  ['a GE01 with letters', x12.replace('GE*2*7', 'GE*x2*7')],
  ['a GE01 with letters after it', x12.replace('GE*2*7', 'GE*2x*7')],
  ['a GE01 of two digits', x12.replace('GE*2*7', 'GE*12*7')],
  [
    'a group refused without transaction sets',
    x12.replace(/ST\*[\s\S]*SE\*5\*0002~\n/, '').replace('GE*2', 'GE*1'),
  ],
  [
    'a bad component',
    x12New.replace('CTT*1', `REF*DP*a**${'Z'.repeat(4)}>b~\nCTT*1`).replace('SE*5', 'SE*6'),
  ],
  ['a bad value that has our delimiters', x12.replaceAll('*', '|').replace('480|EA', '4*0|EA')],
  ['a bad value of other letters', x12.replace('480*EA', '4\u00e90*EA')],
  [
    'more kinds of fault than AK5 has room for',
    x12.replace('ST*850*0001', 'ST*85X*').replace('SE*5*0001', 'SE*4x*0009').replace('480*EA', '4x0*EA'),
  ],
  [
    'every kind of fault of a group',
    x12.replace('GS*PO*S*R*20261121*0418*7', 'GS*PO*S*R*20261321*2418*7').replace('GE*2*7', 'GE*3*8') +
      x12Orders(1, { control: '000000043' }),
  ],
  ['everything asked for', x12.replace('*0*P*>', '*1*T*>')],
];

/** Segments, elements and values that X12 does not allow. */
const x12Contents: readonly Case[] = [
  ['a segment nobody knows', x12.replace('CTT*1', 'ZZZ*1~\nCTT*1').replace('SE*5', 'SE*6')],
  ['a segment without a tag', x12.replace('CTT*1', '*1~\nCTT*1').replace('SE*5', 'SE*6')],
  ['a segment of a long tag', x12.replace('CTT*1', 'CTTTT*1~\nCTT*1').replace('SE*5', 'SE*6')],
  [
    'a segment in a wrong place',
    x12.replace('CTT*1', 'BEG*00*SA*X**20261121~\nCTT*1').replace('SE*5', 'SE*6'),
  ],
  ['a segment once too often', x12.replace('PO1*', 'CUR*BY*USD~\nCUR*BY*EUR~\nPO1*').replace('SE*5', 'SE*7')],
  ['no BEG', x12.replace('BEG*00*SA*PO-0001**20261121~\n', '').replace('SE*5', 'SE*4')],
  ['no PO1', x12.replace('PO1*1*480*EA*9.25**BP*4711~\n', '').replace('SE*5', 'SE*4')],
  [
    'every kind of bad value',
    x12.replace('BEG*00*SA*PO-0001**20261121', `BEG*QQ*S*${'9'.repeat(23)}**20261131`),
  ],
  ['letters in a number', x12.replace('480*EA', '4x0*EA')],
  ['a bad value of many characters', x12.replace('480*EA', `${'x'.repeat(120)}*EA`)],
  ['too many elements', x12.replace('CTT*1', 'CTT*1*2*3*4*5*6*7*8*9')],
  ['too many elements, empty ones among them', x12.replace('CTT*1', 'CTT*1*******8**9')],
  ['a composite where none may be', x12.replace('BP*4711', 'BP*4>711')],
  ['repetitions where none may be', x12New.replace('BP*4711', 'BP*4711^4712>9')],
  ['a mandatory element that is missing', x12.replace('BEG*00*SA', 'BEG**SA')],
  ['a pair of which one is missing', x12.replace('BP*4711', 'BP')],
  ['a control character', x12.replace('4711', '47\x0711')],
  ['bytes that are no UTF-8', x12.replace('4711', '47\xe911').replace('PO-0001', 'PO-\x07')],
  ['tolerated faults', x12.replace('480*EA', '4x0*EA'), { tolerated: ['element-number'] }],
  ['binary data of a wrong length', x12.replace('CTT*1', 'BIN*99*short~\nCTT*1')],
  ['binary data without a length', x12.replace('CTT*1', 'BIN**short~\nCTT*1').replace('SE*5', 'SE*6')],
  [
    'binary data with a length that is no number',
    x12.replace('CTT*1', 'BDS*ASC*5x*short~\nCTT*1').replace('SE*5', 'SE*6'),
  ],
  [
    'good binary data',
    x12.replace('CTT*1', 'BIN*7*~*>^~x~~\nBDS*ASC*5*~~~~~~\nCTT*1').replace('SE*5', 'SE*7'),
  ],
  [
    'a BIN that is not where it is read',
    x12.replace('CTT*1', 'BIN~\nBIX*3*abc~\nBINX*3*abc~\nCTT*1').replace('SE*5', 'SE*8'),
  ],
  ['a segment beyond the limit', x12.replace('4711', 'x'.repeat(200)), { limits: small }],
  ['a segment with too many elements', x12.replace('CTT*1', `CTT${'*1'.repeat(30)}`), { limits: small }],
  [
    'an order with too many segments',
    x12.replace('CTT*1', 'REF*ZZ*a~\nREF*ZZ*b~\nCTT*1').replace('SE*5', 'SE*7'),
    { limits: small },
  ],
  [
    'more faults than are kept',
    x12.replace('BEG*00*SA', 'BEG*QQ*QQ').replace('480*EA', '4x0*XXX').replace('SE*5', 'SE*6'),
    { limits: small },
  ],
  [
    'more references than are kept',
    x12Orders(2).replaceAll('0002', '0001') + x12Orders(2).replaceAll('0001', '0002'),
    { limits: small },
  ],
];

const edifact = edifactOrders(2);
const grouped = edifactOrders(0).replace(
  "UNZ+0+REF42'",
  `UNG+ORDERS+S+R+261121:0418+G1+UN+D:96A'\n${edifactOrder('1')}\nUNE+1+G1'\nUNZ+1+REF42'`,
);

/** What EDIFACT does not allow. */
const edifactCases: readonly Case[] = [
  ['no UNB05', edifact.replaceAll('REF42', '')],
  ['a UNA whose characters are the same', edifactOrders(1, { una: "UNA::.? '" })],
  ['no terminator at the end', edifact.slice(0, -1)],
  ['no terminator at the end, leniently', edifact.slice(0, -1), { lenient: true }],
  ['the end inside a message', edifact.slice(0, edifact.indexOf('QTY+21') + 5), { lenient: true }],
  ['no UNZ', edifact.replace(/UNZ.*/, '')],
  ['no UNT', edifact.replace("UNT+8+1'", '')],
  ['no UNH', edifact.replace("UNH+1+ORDERS:D:96A:UN:EAN008'", '')],
  ['no UNB', edifact.replace(/UNB.*\n/, '')],
  ['no UNB02', edifact.replace('4012345000009:14', '')],
  ['UNT that counts wrong, of another', edifact.replace('UNT+8+1', 'UNT+9+7')],
  ['UNT02 with zeros before it', edifact.replace('UNT+8+1', 'UNT+8+01')],
  ['UNZ that counts wrong, of another', edifact.replace('UNZ+2+REF42', 'UNZ+3+REF43')],
  ['UNH without a reference', edifact.replace('UNH+1', 'UNH+')],
  ['UNH without a message type', edifact.replace('ORDERS:D:96A:UN:EAN008', 'orders:D')],
  ['groups with messages of another type', grouped.replace('UNG+ORDERS', 'UNG+INVOIC')],
  ['a group without a type', grouped.replace('UNG+ORDERS', 'UNG+')],
  ['UNE that counts wrong, of another', grouped.replace('UNE+1+G1', 'UNE+2+G2')],
  ['no UNE', grouped.replace("UNE+1+G1'\n", '')],
  ['no UNG', grouped.replace(/UNG.*\n/, '')],
  ['messages outside of a group as well', grouped.replace('UNZ+1', `${edifactOrder('2')}\nUNZ+2`)],
  [
    'a group after a message',
    edifact.replace('UNZ+2', `UNG+ORDERS+S+R+261121:0418+G1+UN+D:96A'\nUNE+0+G1'\nUNZ+3`),
  ],
  ['a stray segment', edifact.replace('UNZ+2', "FTX+AAI'\nUNZ+2")],
  ['the same references again', edifact.replace(/([+'])2([+'])/g, '$11$2') + edifactOrders(1)],
  ['bytes beyond ASCII in UNOA', edifactOrders(1, { syntax: 'UNOA:3' }).replace('PO-1', 'PÖ')],
  ['a segment nobody knows', edifact.replace('UNS+S', "ZZZ+1'\nUNS+S").replace('UNT+8', 'UNT+9')],
  ['bad values', edifact.replace('QTY+21:480', 'QTY+2121:4x0:PCEX:Y').replace('DTM+137', 'DTM+')],
  [
    'a group once too often',
    edifact.replace("UNS+S'", `${"TOD+3'\n".repeat(6)}UNS+S'`).replace('UNT+8', 'UNT+14'),
  ],
  [
    'more faults than are kept',
    edifact.replace('QTY+21:480', 'QTY+2121:4x0:PCEX:Y'),
    { limits: { faultsPerLevel: 2 } },
  ],
  ['text before and after', `Dear all,\n${edifactOrders(1)}\nUN best regards`],
  [
    'another interchange inside',
    edifact.replace("UNS+S'", `${edifactOrders(1).replaceAll('REF42', 'REF43')}\nUNS+S'`),
  ],
  ['a CONTRL', edifactOrders(1).replace('ORDERS:D:96A:UN:EAN008', 'CONTRL:D:3:UN')],
  ['a CONTRL among orders', edifact.replace('ORDERS:D:96A:UN:EAN008', 'CONTRL:D:3:UN')],
  ['no messages', edifactOrders(0)],
  ['no recipient', edifact.replace('4098765000003:14', '')],
  ['a type of too many letters', edifact.replace('ORDERS:D', 'ORDERSX:D')],
  ['a type with a digit before it', edifact.replace('ORDERS:D', '1ORDERS:D')],
  ['a message with neither version nor release', edifact.replace('ORDERS:D:96A:UN:EAN008', 'ORDERS')],
  ['a group whose header says little', grouped.replace('UNG+ORDERS+S+R', 'UNG+ORDERS++')],
  ['a group of an association', grouped.replace('D:96A', 'D:96A:EAN008')],
  [
    'a warning before an error',
    edifactOrders(1, { syntax: 'UNOA:3' }).replace('PO-1', 'PÖ').replace('480', '4x0'),
  ],
  [
    'a refused message with a warning of its own',
    grouped.replace('UNG+ORDERS', 'UNG+INVOIC').replace('UNT+8', 'UNT+9'),
  ],
  ['an interchange refused after a warning', edifactOrders(1) + edifactOrders(1).replace('UNZ+1', 'UNZ+2')],
  ['the end inside UNH', edifact.slice(0, edifact.indexOf('UNH+2') + 4)],
  ['the end inside a segment like UNT', `${edifact.slice(0, edifact.indexOf('UNS'))}UNTX+1`],
  ['the end inside a segment like a group of UNZ', `${edifact.slice(0, edifact.indexOf('UNS'))}XUNZ+1`],
  ['everything asked for', edifact.replace("REF42'", "REF42++ORDERS++1++1'")],
];

const folder = join(import.meta.dirname, '../fixtures/edi');
const fixtureWith = (name: string, from: string, to: string): string =>
  readFileSync(join(folder, name), 'latin1').replace(from, to);

/** Syntax notes of every kind, in documents that have them. */
const conditions: readonly Case[] = [
  [
    'paired elements',
    fixtureWith('850-two-lines.004010.x12', 'N1*ST*Warehouse East*92*WH-E', 'N1*ST*Warehouse East**WH-E'),
  ],
  ['one of which must be', fixtureWith('850-two-lines.004010.x12', 'REF*DP*MRO', 'REF*DP')],
  [
    'a list of which one must be',
    fixtureWith('850-two-lines.004010.x12', 'ITD*01*3*2**15**30', 'ITD*01*3*2'),
  ],
  [
    'elements that exclude each other',
    fixtureWith('846-stock.005010.x12', 'QTY*63*1000*EA', 'QTY*63*1000*EA*twice'),
  ],
  ['a loop once too often', fixtureWith('810-credit.005010.x12', 'IT1*', 'N9*ZZ*a~\nN9*ZZ*b~\nIT1*')],
];

const inputs = (syntax: 'x12' | 'edifact', cases: readonly Case[]): FaultyInput[] =>
  cases.map(([name, text, options]) => ({
    name: `${syntax}: ${name}`,
    syntax,
    data: bytes(text, 'latin1'),
    ...(options && { options }),
  }));

export const faultyInputs: readonly FaultyInput[] = [
  ...inputs('x12', x12Envelopes),
  ...inputs('x12', x12Answers),
  ...inputs('x12', x12Contents),
  ...inputs('x12', conditions),
  ...inputs('edifact', edifactCases),
];

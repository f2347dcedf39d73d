import { describe, expect, it } from 'vitest';
import { markSegments } from '#console/pages/documents/mark-segments.ts';

const isa =
  'ISA*00*          *00*          *ZZ*NORDBOLT       *ZZ*CROSSDOCK      *261120*0615*U*00401*000000417*0*P*>~';
const transaction = (reference: string) =>
  `ST*855*${reference}~BAK*00*AD*PO-1*20261120~PO1*1*9*CS~SE*4*${reference}~`;
const x12 = `${isa}GS*PR*N*C*20261120*0615*1*X*004010~${transaction('0001')}${transaction('0002')}GE*2*1~IEA*1*000000417~`;

const finding = (at: string) => ({ code: 'mapping', at, message: `wrong at ${at}` });
const aTransaction = (id: string, transactionReference: string, ...at: string[]) => ({
  id,
  groupReference: '1',
  transactionReference,
  findings: at.map(finding),
});

const marked = (...args: Parameters<typeof markSegments>) =>
  markSegments(...args)
    .filter(({ findings }) => findings.length > 0)
    .map(({ text, documentId }) => [documentId, text]);

describe('an interchange with its findings', () => {
  it('[O1] is a segment a line, each with the document it became part of', () => {
    const lines = markSegments(x12, [aTransaction('pd-1', '0001'), aTransaction('pd-2', '0002')]);
    expect(lines.map(({ documentId }) => documentId ?? '-').join(' ')).toBe(
      '- - pd-1 pd-1 pd-1 pd-1 pd-2 pd-2 pd-2 pd-2 - -',
    );
    expect(lines.filter(({ begins }) => begins).map(({ number }) => number)).toEqual([3, 7]);
  });

  it('[O1] a finding marks the segment it names, counted from the header of its own transaction', () => {
    const documents = [
      aTransaction('pd-1', '0001'),
      aTransaction('pd-2', '0002', 'segment 3 PO1, element 2'),
    ];
    expect(marked(x12, documents)).toEqual([['pd-2', 'PO1*1*9*CS~']]);
  });

  it('[O1] what concerns the whole marks nothing; what names a transaction marks its header', () => {
    const documents = [aTransaction('pd-1', '0001', 'the whole')];
    expect(marked(x12, documents, [finding('transaction 0002 855')])).toEqual([[undefined, 'ST*855*0002~']]);
  });

  it('[O1] the same number in another group is another transaction', () => {
    const second = `GS*PR*N*C*20261120*0615*2*X*004010~${transaction('0001')}GE*1*2~`;
    const both = x12.replace('IEA*1', `${second}IEA*2`);
    const documents = [
      aTransaction('pd-1', '0001'),
      { ...aTransaction('pd-3', '0001', 'segment 2 BAK'), groupReference: '2' },
    ];
    expect(marked(both, documents)).toEqual([['pd-3', 'BAK*00*AD*PO-1*20261120~']]);
  });

  it('[O1] EDIFACT is read by its own separators, released ones left alone', () => {
    const edifact =
      "UNA:+.? 'UNB+UNOC:3+N+C+261120:0615+7'UNH+M1+ORDRSP:D:96A:UN'BGM+231+A?'77+29'LIN+1'UNT+4+M1'UNZ+1+7'";
    const documents = [{ ...aTransaction('pd-1', 'M1', 'segment 2 BGM, element 2'), groupReference: '' }];
    expect(marked(edifact, documents)).toEqual([['pd-1', "BGM+231+A?'77+29'"]]);
  });
});

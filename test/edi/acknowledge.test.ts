import { describe, expect, test } from 'vitest';
import type { Interchange } from '#edi/codec/interchange.ts';
import { faultsOf } from '#edi/codec/interchange.ts';
import type { ReadOptions } from '#edi/codec/interchange-reader.ts';
import type { Segment } from '#edi/codec/segment.ts';
import { acknowledgeEdifact } from '#edi/edifact/acknowledge.ts';
import { parseEdifact } from '#edi/edifact/parse-interchanges.ts';
import { findEdifactSchema } from '#edi/edifact/schema/find-schema.ts';
import { serialiseEdifact } from '#edi/edifact/serialise.ts';
import { acknowledgeGroup, acknowledgeInterchange } from '#edi/x12/acknowledge.ts';
import { parseX12 } from '#edi/x12/parse-interchanges.ts';
import { findX12Schema } from '#edi/x12/schema/find-schema.ts';
import { serialiseX12 } from '#edi/x12/serialise.ts';
import { bytes, edifactOrders, x12Orders } from './samples.ts';

const written = (segments: readonly Segment[] | undefined): string[] =>
  (segments ?? []).map(({ id, elements }) =>
    [id, ...elements.map((element) => (typeof element === 'string' ? element : [element].flat().join(':')))]
      .join('*')
      .replace(/\*+$/, ''),
  );

function readX12(text: string, extra: ReadOptions = {}): Interchange {
  const [interchange] = parseX12([bytes(text)], { schemas: findX12Schema, ...extra }).interchanges;
  if (!interchange) throw new Error('no interchange');
  return interchange;
}

function acknowledge(interchange: Interchange, kind: '997' | '999' = '997'): readonly Segment[] | undefined {
  const [group] = interchange.groups;
  return group && acknowledgeGroup(group, interchange, { kind, reserved: '*>~^' });
}

describe('997 and 999', () => {
  test('[S4] everything accepted', () => {
    expect(written(acknowledge(readX12(x12Orders(2))))).toEqual([
      'AK1*PO*7',
      'AK2*850*0001',
      'AK5*A',
      'AK2*850*0002',
      'AK5*A',
      'AK9*A*2*2*2',
    ]);
  });

  test('[S4] one rejected: its segments, elements and bad values are named, the group is partly accepted', () => {
    const text = x12Orders(2).replace('480*EA', '4x0*EA').replace('SE*5*0002', 'SE*6*0002');
    expect(written(acknowledge(readX12(text)))).toEqual([
      'AK1*PO*7',
      'AK2*850*0001',
      'AK3*PO1*3*PO1*8',
      'AK4*2*330*6*4x0',
      'AK5*R*5',
      'AK2*850*0002',
      'AK5*R*4',
      'AK9*R*2*2*0',
    ]);
    const partly = x12Orders(2).replace('SE*5*0002', 'SE*6*0002');
    expect(written(acknowledge(readX12(partly))).at(-1)).toBe('AK9*P*2*2*1');
  });

  test('[S4] accepted with errors where the agreement tolerates the fault', () => {
    const text = x12Orders(1).replace('20261121~\nPO1', '20261131~\nPO1');
    const interchange = readX12(text, { tolerated: ['element-date'] });
    expect(written(acknowledge(interchange)).slice(2)).toEqual([
      'AK3*BEG*2**8',
      'AK4*5*373*8*20261131',
      'AK5*E*5',
      'AK9*E*1*1*1',
    ]);
  });

  test('[S4] a missing segment has its own code, and a bad value with a delimiter is not copied', () => {
    const text = x12Orders(1, { version: '00501' })
      .replace('BEG*00*SA*PO-0001**20261121~\n', '')
      .replace('SE*5', 'SE*4');
    expect(written(acknowledge(readX12(text)))).toContain('AK3*BEG*2**3');
    const repeated = x12Orders(1, { version: '00501' }).replace('BP*4711', 'BP>X*4711');
    expect(written(acknowledge(readX12(repeated)))).toContain('AK4*6*235*3');
  });

  test('[S4] a group whose trailer does not agree is rejected with the codes of AK905', () => {
    const interchange = readX12(x12Orders(2).replace('GE*2*7', 'GE*3*8'));
    expect(written(acknowledge(interchange))).toEqual([
      'AK1*PO*7',
      'AK2*850*0001',
      'AK5*R',
      'AK2*850*0002',
      'AK5*R',
      'AK9*R*3*2*0*5*4',
    ]);
  });

  test('[S4] the 999 has its own segments and finer codes, and names the version', () => {
    const text = x12Orders(1, { version: '00501' })
      .replace('X*004010', 'X*005010')
      .replace('BP*4711', 'BP^VP*4711');
    expect(written(acknowledge(readX12(text), '999'))).toEqual([
      'AK1*PO*7*005010',
      'AK2*850*0001',
      'IK3*PO1*3*PO1*8',
      'IK4*6*235*12',
      'IK5*R*5',
      'AK9*R*1*1*0',
    ]);
  });

  test('[S4] an acknowledgement is never acknowledged', () => {
    const text = x12Orders(1).replace('GS*PO', 'GS*FA').replace('ST*850', 'ST*997');
    expect(acknowledge(readX12(text))).toBeUndefined();
  });

  test('[S4] what we send passes our own schema', () => {
    for (const kind of ['997', '999'] as const) {
      const body = acknowledge(readX12(x12Orders(2).replace('480*EA', '4x0*EA')), kind) ?? [];
      const sent = serialiseX12({
        sender: { qualifier: 'ZZ', id: 'R' },
        receiver: { qualifier: 'ZZ', id: 'S' },
        date: '261121',
        time: '0418',
        version: '00501',
        controlNumber: 1,
        acknowledgementRequested: false,
        test: false,
        groups: [
          {
            functionalId: 'FA',
            sender: 'R',
            receiver: 'S',
            date: '20261121',
            time: '0418',
            controlNumber: 1,
            version: '005010',
            transactions: [{ type: kind, controlNumber: '0001', body }],
          },
        ],
      });
      const read = parseX12(sent.ok ? [sent.bytes] : [], { schemas: findX12Schema });
      expect(read.interchanges).toHaveLength(1);
      expect(faultsOf(read)).toEqual([]);
    }
  });
});

describe('TA1', () => {
  test('[S4] says accepted, accepted with errors or rejected, with the code of the worst fault', () => {
    const ta1 = (text: string, lenient = false) =>
      written([acknowledgeInterchange(readX12(text, { lenient }))])[0];
    expect(ta1(x12Orders(1))).toBe('TA1*000000042*261121*0418*A*000');
    expect(ta1(x12Orders(1).slice(0, -1), true)).toBe('TA1*000000042*261121*0418*E*004');
    expect(ta1(x12Orders(1).slice(0, -1))).toBe('TA1*000000042*261121*0418*R*004');
    expect(ta1(x12Orders(1).replace('IEA*1*000000042', 'IEA*1*000000043'))).toBe(
      'TA1*000000042*261121*0418*R*001',
    );
  });
});

describe('CONTRL', () => {
  const contrl = (text: string): string[] => {
    const [interchange] = parseEdifact([bytes(text)], { schemas: findEdifactSchema }).interchanges;
    return written(interchange && acknowledgeEdifact(interchange));
  };
  const parties = '4012345000009:14*4098765000003:14';
  const message = 'ORDERS:D:96A:UN:EAN008';

  test('[S4] everything acknowledged', () => {
    expect(contrl(edifactOrders(2))).toEqual([
      `UCI*REF42*${parties}*7`,
      `UCM*1*${message}*7`,
      `UCM*2*${message}*7`,
    ]);
  });

  test('[S4] a rejected message names its segments and elements, the others are acknowledged', () => {
    const text = edifactOrders(2).replace('QTY+21:480', 'QTY+21:4x0').replace("UNS+S'\nUNT+8+2", 'UNT+7+2');
    expect(contrl(text)).toEqual([
      `UCI*REF42*${parties}*7`,
      `UCM*1*${message}*4`,
      'UCS*6',
      'UCD*37*2:2',
      `UCM*2*${message}*4`,
      'UCS*7*13',
    ]);
  });

  test('[S4] a wrong count in UNT is told of the message, one in UNZ of the interchange', () => {
    expect(contrl(edifactOrders(1).replace('UNT+8', 'UNT+9'))).toEqual([
      `UCI*REF42*${parties}*7`,
      `UCM*1*${message}*4*29*UNT*2`,
    ]);
    expect(contrl(edifactOrders(1).replace('UNZ+1', 'UNZ+2'))).toEqual([`UCI*REF42*${parties}*4*29*UNZ*2`]);
  });

  test('[S4] a CONTRL is never acknowledged, and what we send passes our own schema', () => {
    const [interchange] = parseEdifact([bytes(edifactOrders(2).replace('QTY+21:480', 'QTY+21:4x0'))], {
      schemas: findEdifactSchema,
    }).interchanges;
    const body = (interchange && acknowledgeEdifact(interchange)) ?? [];
    const sent = serialiseEdifact({
      syntaxIdentifier: 'UNOC',
      syntaxVersion: '3',
      sender: { qualifier: '14', id: '4098765000003' },
      receiver: { qualifier: '14', id: '4012345000009' },
      date: '261121',
      time: '0420',
      reference: '1',
      acknowledgementRequested: false,
      test: false,
      messages: [
        { type: 'CONTRL', version: 'D', release: '3', agency: 'UN', association: '', reference: '1', body },
      ],
    });
    const read = parseEdifact(sent.ok ? [sent.bytes] : [], { schemas: findEdifactSchema });
    expect(faultsOf(read)).toEqual([]);
    expect(read.interchanges[0]?.groups[0]?.transactions[0]?.root).toBeDefined();
    expect(read.interchanges[0] && acknowledgeEdifact(read.interchanges[0])).toBeUndefined();
  });
});

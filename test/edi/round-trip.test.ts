import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { faultsOf, segmentsOf } from '#edi/codec/interchange.ts';
import { Segment } from '#edi/codec/segment.ts';
import { levelA } from '#edi/edifact/delimiters.ts';
import { parseEdifact } from '#edi/edifact/parse-interchanges.ts';
import type { OutgoingEdifact } from '#edi/edifact/serialise.ts';
import { serialiseEdifact, serialiseEdifactSegments } from '#edi/edifact/serialise.ts';
import { parseX12 } from '#edi/x12/parse-interchanges.ts';
import type { OutgoingInterchange } from '#edi/x12/serialise.ts';
import { serialiseX12, serialiseX12Segments } from '#edi/x12/serialise.ts';
import {
  cuts,
  edifactDelimiters,
  latin1Characters,
  oneByOne,
  segments,
  split,
  utf8Characters,
  values,
  x12Delimiters,
} from './arbitraries.ts';

const anInterchange = (body: readonly Segment[], version = '00501'): OutgoingInterchange => ({
  sender: { qualifier: 'ZZ', id: 'SENDER' },
  receiver: { qualifier: '01', id: '012345678' },
  date: '261121',
  time: '0418',
  version,
  controlNumber: 42,
  acknowledgementRequested: false,
  test: true,
  groups: [
    {
      functionalId: 'PO',
      sender: 'S',
      receiver: 'R',
      date: '20261121',
      time: '0418',
      controlNumber: 7,
      version: '005010',
      transactions: [{ type: '850', controlNumber: '0001', body }],
    },
  ],
});

const anEdifactInterchange = (body: readonly Segment[], charset: 'UNOC' | 'UNOW'): OutgoingEdifact => ({
  syntaxIdentifier: charset,
  syntaxVersion: '4',
  sender: { qualifier: '14', id: '4012345000009' },
  receiver: { qualifier: '', id: 'RECEIVER' },
  date: '20261121',
  time: '0418',
  reference: 'REF42',
  acknowledgementRequested: false,
  test: false,
  messages: [
    { type: 'ORDERS', version: 'D', release: '96A', agency: 'UN', association: '', reference: '1', body },
  ],
});

const plain = (all: readonly Segment[]) => all.map(({ id, elements }) => ({ id, elements }));

const bytesOf = (written: ReturnType<typeof serialiseX12>): Uint8Array => {
  if (!written.ok) throw new Error(written.faults.map(({ message }) => message).join('; '));
  return written.bytes;
};

/** Delimiters, and segments none of whose values contains one. */
const x12Documents = x12Delimiters.chain((delimiters) =>
  fc.record({
    delimiters: fc.constant(delimiters),
    body: fc.array(segments(values(utf8Characters, Object.values(delimiters)), true), { maxLength: 12 }),
    lineBreaks: fc.constant(delimiters.terminator !== '\n' && delimiters.terminator !== '\r'),
  }),
);

const edifactDocuments = edifactDelimiters.chain((delimiters) =>
  fc.constantFrom('UNOC' as const, 'UNOW' as const).chain((charset) =>
    fc.record({
      delimiters: fc.constant(delimiters),
      charset: fc.constant(charset),
      body: fc.array(segments(values(charset === 'UNOC' ? latin1Characters : utf8Characters), true), {
        maxLength: 12,
      }),
      lineBreaks: fc.boolean(),
    }),
  ),
);

describe('what is written is read back', () => {
  test('[S1] X12: parse after serialise gives the same segments, whatever the delimiters and the chunks', () => {
    fc.assert(
      fc.property(x12Documents, cuts, ({ delimiters, body, lineBreaks }, at) => {
        const bytes = bytesOf(
          serialiseX12(anInterchange(body), delimiters, { charset: 'utf-8', lineBreaks }),
        );
        const read = parseX12(split(bytes, at));
        expect(faultsOf(read)).toEqual([]);
        const [transaction] = read.interchanges[0]?.groups[0]?.transactions ?? [];
        expect(plain(transaction?.segments.slice(1, -1) ?? [])).toEqual(plain(body));
      }),
      { numRuns: 300 },
    );
  });

  test('[S1] EDIFACT: parse after serialise gives the same segments, delimiters inside values released', () => {
    fc.assert(
      fc.property(edifactDocuments, cuts, ({ delimiters, charset, body, lineBreaks }, at) => {
        const bytes = bytesOf(
          serialiseEdifact(anEdifactInterchange(body, charset), delimiters, { lineBreaks }),
        );
        const read = parseEdifact(split(bytes, at));
        expect(faultsOf(read)).toEqual([]);
        const [message] = read.interchanges[0]?.groups[0]?.transactions ?? [];
        expect(plain(message?.segments.slice(1, -1) ?? [])).toEqual(plain(body));
      }),
      { numRuns: 300 },
    );
  });

  test('[S1] serialise after parse gives the same bytes, line breaks apart', () => {
    fc.assert(
      fc.property(x12Documents, ({ delimiters, body }) => {
        const bytes = bytesOf(serialiseX12(anInterchange(body), delimiters));
        const [interchange] = parseX12([bytes]).interchanges;
        const again = serialiseX12Segments(interchange ? segmentsOf(interchange) : [], delimiters);
        expect(Buffer.from(bytesOf(again))).toEqual(Buffer.from(bytes));
      }),
      { numRuns: 200 },
    );
    fc.assert(
      fc.property(edifactDocuments, ({ delimiters, charset, body }) => {
        const bytes = bytesOf(serialiseEdifact(anEdifactInterchange(body, charset), delimiters));
        const [interchange] = parseEdifact([bytes]).interchanges;
        const again = serialiseEdifactSegments(interchange ? segmentsOf(interchange) : [], delimiters, {
          charset: charset === 'UNOC' ? 'iso-8859-1' : 'utf-8',
        });
        expect(Buffer.from(bytesOf(again))).toEqual(Buffer.from(bytes));
      }),
      { numRuns: 200 },
    );
  });

  test('[S1] any split of the bytes gives the same result as one piece, down to single bytes', () => {
    fc.assert(
      fc.property(x12Documents, cuts, ({ delimiters, body }, at) => {
        const bytes = bytesOf(serialiseX12(anInterchange(body), delimiters));
        const whole = parseX12([bytes]);
        expect(parseX12(split(bytes, at))).toEqual(whole);
        expect(parseX12(oneByOne(bytes))).toEqual(whole);
      }),
      { numRuns: 100 },
    );
  });
});

test('[S1] EDIFACT: without a repetition separator in syntax version 4 an asterisk is data', () => {
  const body = [new Segment('FTX', ['AAI', '', '', 'a*b'])];
  const written = serialiseEdifact(anEdifactInterchange(body, 'UNOC'), { ...levelA, repetition: '' });
  const read = parseEdifact([bytesOf(written)]);
  expect(read.interchanges[0]?.groups[0]?.transactions[0]?.segments[1]?.text(4)).toBe('a*b');
});

describe('values that cannot be written', () => {
  test('[S1] X12: a value that contains a delimiter is refused, naming its segment and element', () => {
    const body = [new Segment('MSG', ['fine']), new Segment('PID', ['F', '', '', '', 'bolt 3~8'])];
    const written = serialiseX12(anInterchange(body));
    expect(written.ok).toBe(false);
    if (written.ok) return;
    expect(written.faults).toHaveLength(1);
    expect(written.faults[0]).toMatchObject({ segment: 'PID', element: 5, value: 'bolt 3~8' });
    expect(written.faults[0]?.message).toContain('PID05');
  });

  test('[S1] X12: a repetition before 00402 and a sender longer than fifteen characters are refused', () => {
    const repeated = serialiseX12(anInterchange([new Segment('REF', [{ repeats: ['a', 'b'] }])], '00401'));
    expect(repeated.ok ? [] : repeated.faults.map(({ kind }) => kind)).toEqual(['repetition-excess']);
    const long = { ...anInterchange([]), sender: { qualifier: 'ZZ', id: 'SIXTEENCHARACTER' } };
    const written = serialiseX12(long);
    expect(written.ok ? [] : written.faults.map(({ element }) => element)).toEqual([6]);
  });

  test('[S1] EDIFACT: a character that the syntax identifier does not have is refused', () => {
    const body = [new Segment('FTX', ['AAI', '', '', 'Preis in €'])];
    const written = serialiseEdifact(anEdifactInterchange(body, 'UNOC'));
    expect(written.ok ? [] : written.faults).toMatchObject([
      { segment: 'FTX', element: 4, standard: { code: '21' } },
    ]);
    expect(serialiseEdifact(anEdifactInterchange(body, 'UNOW')).ok).toBe(true);
  });

  test('[S1] binary data passes through whole, delimiters and all, and a wrong count is refused', () => {
    const data = 'ST*850~SE*1\x00\xff~ISA';
    const good = [new Segment('BIN', [String(data.length), data]), new Segment('REF', ['ZZ', 'after'])];
    const bytes = bytesOf(serialiseX12(anInterchange(good)));
    for (const chunks of [[bytes], oneByOne(bytes)]) {
      const read = parseX12(chunks);
      expect(faultsOf(read)).toEqual([]);
      const [transaction] = read.interchanges[0]?.groups[0]?.transactions ?? [];
      expect(plain(transaction?.segments.slice(1, -1) ?? [])).toEqual(plain(good));
    }
    expect(serialiseX12(anInterchange([new Segment('BIN', ['3', 'four'])])).ok).toBe(false);
  });
});

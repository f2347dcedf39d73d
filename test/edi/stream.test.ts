import { describe, expect, test } from 'vitest';
import { faultsOf } from '#edi/codec/interchange.ts';
import { InterchangeAssembler } from '#edi/codec/interchange-assembler.ts';
import { loopsIn } from '#edi/codec/loop-instance.ts';
import { edifactEvents, parseEdifact } from '#edi/edifact/parse-interchanges.ts';
import { parseInterchanges, syntaxOf } from '#edi/parse-interchanges.ts';
import { parseX12, x12Events } from '#edi/x12/parse-interchanges.ts';
import { findX12Schema } from '#edi/x12/schema/find-schema.ts';
import { oneByOne, split } from './arbitraries.ts';
import { bytes, edifactOrders, x12Orders } from './samples.ts';

async function* arriving(chunks: Iterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  for (const chunk of chunks) {
    await Promise.resolve();
    yield chunk;
  }
}

describe('data that is still arriving', () => {
  test('[S3] a transaction is told as soon as it ends, before the data does', async () => {
    const text = x12Orders(2);
    const end = text.indexOf('ST*850*0002');
    const told: string[] = [];
    let arrived = '';
    const chunks = (async function* () {
      for (const part of [text.slice(0, end), text.slice(end)]) {
        arrived += part;
        yield bytes(part);
      }
    })();
    for await (const event of x12Events(chunks)) {
      if (event.kind === 'transaction')
        told.push(`${event.transaction.reference} of ${arrived.length === text.length}`);
      else told.push(event.kind);
    }
    expect(told).toEqual([
      'interchange-opened',
      'group-opened',
      '0001 of false',
      '0002 of true',
      'group-closed',
      'interchange-closed',
    ]);
  });

  test('[S3] put together again it is what reading all at once gives', async () => {
    for (const cut of [[], [100, 200, 333], [1, 2, 3]]) {
      const x12 = new InterchangeAssembler();
      for await (const event of x12Events(arriving(split(bytes(x12Orders(3)), cut)))) x12.take(event);
      expect(x12.result).toEqual(parseX12([bytes(x12Orders(3))]));
      const edifact = new InterchangeAssembler();
      for await (const event of edifactEvents(arriving(split(bytes(edifactOrders(3)), cut))))
        edifact.take(event);
      expect(edifact.result).toEqual(parseEdifact([bytes(edifactOrders(3))]));
    }
  });

  test('[S3] a chunk may be overwritten after it was taken', () => {
    const whole = parseX12([bytes(x12Orders(2))], { schemas: findX12Schema });
    const buffer = new Uint8Array(7);
    const reused = function* (): Generator<Uint8Array> {
      const data = bytes(x12Orders(2));
      for (let at = 0; at < data.length; at += buffer.length) {
        const part = data.subarray(at, at + buffer.length);
        buffer.fill(0x58).set(part);
        yield buffer.subarray(0, part.length);
      }
    };
    const read = parseX12(reused(), { schemas: findX12Schema });
    expect(read).toEqual(whole);
    const root = read.interchanges[0]?.groups[0]?.transactions[0]?.root;
    expect(root && loopsIn(root, 'PO1')).toHaveLength(1);
  });
});

describe('data whose syntax is not known', () => {
  test('[S1] is told by its first header', () => {
    expect(syntaxOf(bytes(`\ufeff\n${x12Orders(1)}`))).toBe('x12');
    expect(syntaxOf(bytes(edifactOrders(1)))).toBe('edifact');
    expect(syntaxOf(bytes(edifactOrders(1, { una: "UNA:+.? '" }).replace('PO-1', 'ISA*')))).toBe('edifact');
    expect(syntaxOf(bytes('item,location,bucket\n'))).toBeUndefined();
    expect(parseInterchanges(bytes('item,location'))).toBeUndefined();
    for (const text of [x12Orders(1), edifactOrders(1)]) {
      const read = parseInterchanges(bytes(text));
      expect(read && faultsOf(read)).toEqual([]);
      expect(read?.interchanges).toHaveLength(1);
    }
    expect(parseX12(oneByOne(bytes('no EDI at all'))).interchanges).toEqual([]);
  });
});

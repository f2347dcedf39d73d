import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ReadResult } from '#edi/codec/interchange.ts';
import { faultsOf } from '#edi/codec/interchange.ts';
import { parseX12 } from '#edi/x12/parse-interchanges.ts';
import { cuts, oneByOne, split } from './arbitraries.ts';
import { answerAll, damage, damaged, limits, readEdifact, readX12 } from './damage.ts';
import { bytes, edifactOrders, x12Orders } from './samples.ts';

/** More with FUZZ_RUNS=20000, for a longer search. */
const numRuns = Number(process.env.FUZZ_RUNS ?? 400);

describe('whatever the bytes', () => {
  const damages = fc.array(damage, { minLength: 1, maxLength: 6 });

  test('[S3] damaged X12 never throws, and means the same however it is cut', () => {
    fc.assert(
      fc.property(damages, cuts, fc.constantFrom('00401', '00501'), (all, at, version) => {
        const data = damaged(bytes(x12Orders(3, { version })), all);
        const whole = readX12([data]);
        answerAll(whole);
        expect(readX12(split(data, at))).toEqual(whole);
        expect(readX12(oneByOne(data))).toEqual(whole);
      }),
      { numRuns },
    );
  });

  test('[S3] damaged EDIFACT never throws, and means the same however it is cut', () => {
    fc.assert(
      fc.property(damages, cuts, fc.constantFrom('UNOC:3', 'UNOW:4', 'UNOA:1'), (all, at, syntax) => {
        const data = damaged(bytes(edifactOrders(3, { syntax, una: "UNA:+.? '" })), all);
        const whole = readEdifact([data]);
        answerAll(whole);
        expect(readEdifact(split(data, at))).toEqual(whole);
        expect(readEdifact(oneByOne(data))).toEqual(whole);
      }),
      { numRuns },
    );
  });

  test('[S3] random bytes are no interchange, and say so', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 3_000 }), (noise) => {
        for (const result of [readX12([noise]), readEdifact([noise])])
          expect(result.interchanges.length === 0 || faultsOf(result).length > 0).toBe(true);
      }),
      { numRuns },
    );
  });

  test('[S3] a byte lost or changed inside an order of many leaves the other orders as they were', () => {
    const text = x12Orders(5);
    const from = text.indexOf('BEG*00*SA*PO-0003');
    const to = text.indexOf('ST*850*0004') - 2;
    const others = (result: ReadResult) =>
      result.interchanges.flatMap(({ groups }) =>
        groups.flatMap(({ transactions }) =>
          transactions
            .filter(({ reference }) => reference !== '0003')
            .map(({ reference, outcome }) => [reference, outcome]),
        ),
      );
    const expected = others(readX12([bytes(text)]));
    fc.assert(
      fc.property(fc.integer({ min: from, max: to - 11 }), fc.constantFrom('', 'x', '*', '7'), (at, put) => {
        expect(others(readX12([bytes(text.slice(0, at) + put + text.slice(at + 1))]))).toEqual(expected);
      }),
      { numRuns: 200 },
    );
  });

  test('[S3] a gigabyte-sized promise and an endless segment cost neither time nor memory', () => {
    const before = process.memoryUsage().arrayBuffers;
    const endless = Buffer.alloc(1_000_000, 'x');
    const started = performance.now();
    const result = parseX12(
      (function* () {
        yield bytes(x12Orders(1).split('BEG')[0] ?? '');
        yield bytes('BIN*999999999*');
        for (let i = 0; i < 40; i++) yield endless;
      })(),
      { limits },
    );
    expect(faultsOf(result).map(({ kind }) => kind)).toContain('limit-exceeded');
    expect(performance.now() - started).toBeLessThan(5_000);
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(20_000_000);
  });
});

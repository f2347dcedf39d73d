import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { MockEdi, whyNot } from './mock-edi.ts';
import { whatWeSend } from './what-we-send.ts';

/** What it does not know, and says of every such document. */
const notImplemented = /^transaction set \w+ is not one this mock implements/;

/** Where it is narrower than the standard, with what the standard says. */
const gaps: readonly (readonly [RegExp, string])[] = [
  [/^AMT .* is not a segment this transaction set defines/, '850, 860: AMT follows CTT in its loop'],
  [
    /^(N9|MSG|SCH) .* is not a segment this transaction set defines/,
    '860: texts and schedules, header and POC',
  ],
  [
    /^SCC .* is not a segment this transaction set defines/,
    'ORDCHG: schedules are SCC, QTY and DTM of a line',
  ],
  [/^MOA .* is defined by (ORDERS|ORDCHG) but not at this point/, 'MOA and CNT follow UNS'],
  [/RS is not a code POC02 accepts/, '670: RS reschedules'],
  [/171 is not a code DTM01\/2005 accepts/, '2005: 171 is the date of the reference before it'],
  [/the dictionary defines \w+:D:96A:UN/, 'it has no directory but D.96A'],
  [/is not a code \w+\/6411 accepts/, '6411 is Recommendation 20, of which it has a few units'],
  [/BP is not a code PIA\d\d\/7143 accepts/, '7143 BP is the buyer’s part number'],
  // The sum of the others, never alone.
  [/^one or more segments in error/, '0085, AK502'],
];

let judge: MockEdi | undefined;
beforeAll(async () => {
  if (whyNot === undefined) judge = await MockEdi.start();
});
afterAll(() => judge?.stop());

describe('mock-edi, an independent trading partner', () => {
  if (whyNot !== undefined) console.log(`not asked: ${whyNot}`);

  test.skipIf(whyNot !== undefined).each(whatWeSend)(
    '[S1] has no fault to find with $name',
    async ({ bytes }) => {
      const verdict = await judge?.validate(bytes);
      const findings = verdict?.findings.filter((finding) => !gaps.some(([gap]) => gap.test(finding)));
      const isUnknown = findings?.length === 1 && notImplemented.test(findings[0] ?? '');
      expect(isUnknown ? [] : findings).toEqual([]);
      expect(verdict?.accepted).toBe(!isUnknown);
    },
  );

  test.skipIf(whyNot !== undefined)('[S1] does find the fault in what is wrong', async () => {
    const order = whatWeSend.find(({ name }) => name === '850-order.004010.golden.x12');
    const text = new TextDecoder().decode(order?.bytes);
    const broken = text.replace('BEG*00', 'BEG*ZZ').replace(/SE\*(\d+)/, 'SE*99');
    const verdict = await judge?.validate(new TextEncoder().encode(broken));
    expect(verdict?.accepted).toBe(false);
    expect(verdict?.findings).toContainEqual(expect.stringContaining('SE01 counts 99 segments'));
    expect(verdict?.findings).toContainEqual(expect.stringContaining('ZZ is not a code BEG01 accepts'));
  });
});

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { edifactRs, type ForeignJudge, staedi } from './foreign-judges.ts';
import { type Sent, whatWeSend } from './what-we-send.ts';

const folder = mkdtempSync(join(tmpdir(), 'crossdock-judges-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** Put what we send, or something wrong, into files. */
const filed = (all: readonly Sent[]): string[] =>
  all.map(({ name, bytes }) => {
    const path = join(folder, name.replaceAll(/[^\w.]+/g, '-'));
    writeFileSync(path, bytes);
    return path;
  });

const changed = (type: string, from: RegExp, to: string): Sent => {
  const sent = whatWeSend.find((one) => one.type === type);
  if (sent === undefined) throw new Error(`we send no ${type}`);
  const text = new TextDecoder('latin1').decode(sent.bytes).replace(from, to);
  return { ...sent, name: `wrong ${type}`, bytes: new Uint8Array(Buffer.from(text, 'latin1')) };
};

const judges = [
  ['edifact-rs', edifactRs, whatWeSend.filter(({ syntax }) => syntax === 'edifact')],
  ['staedi', staedi, whatWeSend],
] as const;

describe.each(judges)('%s, an independent reader', (name, build, sent) => {
  let judge: ForeignJudge;
  beforeAll(async () => {
    judge = await build();
    if ('whyNot' in judge) console.log(`${name} is not asked: ${judge.whyNot}`);
  }, 240_000);

  test('[S1] has no fault to find with any document or acknowledgement we send', async (context) => {
    if ('whyNot' in judge) return context.skip(judge.whyNot);
    expect(await judge.faultsOf(filed(sent))).toEqual([]);
  });

  test('[S1] does find the fault in what is wrong', async (context) => {
    if ('whyNot' in judge) return context.skip(judge.whyNot);
    const wrong = [changed('ORDERS', /UNT\+\d+/, 'UNT+99'), changed('850', /SE\*\d+/, 'SE*99')];
    const files = filed(wrong.filter(({ type }) => sent.some((one) => one.type === type)));
    const found = (await judge.faultsOf(files)).map((fault) => fault.split('\t')[0] ?? '');
    expect(new Set(found.map((path) => basename(path)))).toEqual(
      new Set(files.map((path) => basename(path))),
    );
  });
});

import { setTimeout as sleep } from 'node:timers/promises';
import { Blocked } from '../bootstrap/blocked.mjs';
import { tellingLines } from '../bootstrap/telling-lines.mjs';
import type { Child } from './supervisor.ts';

const ASK_EVERY_MS = 100;

/** Wait until a program answers a probe. Throws, with the lines that tell, when it ends first or takes too long. */
export async function untilAnswers(
  child: Child,
  seconds: number,
  probe: () => Promise<boolean>,
): Promise<void> {
  let end: string | undefined;
  child.ended.then((how) => {
    end = how;
  });
  const deadline = Date.now() + seconds * 1000;
  while (end === undefined && Date.now() < deadline) {
    if (await probe().catch(() => false)) return;
    await sleep(ASK_EVERY_MS);
  }
  const why = end ?? `did not answer within ${seconds} s`;
  throw new Blocked(`${tellingLines(child.log)}\n\n${child.name} ${why}; its whole log: ${child.log}`);
}

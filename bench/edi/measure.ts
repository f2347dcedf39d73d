/** One subject on one file in a process of its own, so that its memory is its own: `measure.ts <syntax> <subject> <file>`. */
import { subjects } from './subjects.ts';

const [syntax = '', name = '', path = ''] = process.argv.slice(2);
const load =
  syntax === 'x12' || syntax === 'edifact' || syntax === 'canonical' ? subjects[syntax][name] : undefined;
if (!load) throw new Error(`no subject ${syntax} ${name}`);

const subject = await load();

/** After the first, cold run as many as fit into this, three at least. */
const LEAST_SECONDS = 2;

const seconds: number[] = [];
let segments = 0;
let peakMiB = 0;
const began = performance.now();
while (seconds.length < 4 || performance.now() - began < LEAST_SECONDS * 1000) {
  const started = performance.now();
  segments = await subject(path);
  seconds.push((performance.now() - started) / 1000);
  if (seconds.length === 1) peakMiB = process.resourceUsage().maxRSS / 1024;
  if (performance.now() - began > 20_000) break;
}
process.stdout.write(JSON.stringify({ segments, seconds, peakMiB }));

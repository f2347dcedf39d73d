/** One subject on one file, in a process of its own so that its peak memory is its own: `measure.ts <subject> <file>`. */
import { subjects } from './subjects.ts';

const [name = '', path = ''] = process.argv.slice(2);
const subject = subjects[name];
if (!subject) throw new Error(`no subject ${name}`);

/** A small file is read again until this much has passed: else the figure is that of a program warming up. */
const LEAST_SECONDS = 2;

const cpuBefore = process.cpuUsage();
const before = performance.now();
let rows = 0;
let runs = 0;
let wallSeconds = 0;
while (wallSeconds < LEAST_SECONDS) {
  rows += await subject(path);
  runs += 1;
  wallSeconds = (performance.now() - before) / 1000;
}
const { user, system } = process.cpuUsage(cpuBefore);
const cpuSeconds = (user + system) / 1_000_000;
const peakMiB = process.resourceUsage().maxRSS / 1024;
process.stdout.write(JSON.stringify({ rows, runs, wallSeconds, cpuSeconds, peakMiB }));

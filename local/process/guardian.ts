/**
 * Ends what its parent started when the parent dies without doing so itself (kill -9, a crash).
 * The parent holds this process's standard input open and writes `watch <pid> <signal>` and `release <pid>`;
 * the end of the input is the parent's death. It runs in a session of its own: Ctrl-C does not reach it.
 */
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import { signalGroup } from './signal-group.ts';

const PATIENCE_MS = 5_000;
const LOOK_EVERY_MS = 100;
const watched = new Map<number, NodeJS.Signals>();

for await (const line of createInterface({ input: process.stdin })) {
  const [verb, pid, signal] = line.split(' ');
  if (verb === 'watch') watched.set(Number(pid), signal as NodeJS.Signals);
  else watched.delete(Number(pid));
}

for (const [pid, signal] of watched) signalGroup(pid, signal);
const deadline = Date.now() + PATIENCE_MS;
while (Date.now() < deadline && [...watched.keys()].some((pid) => signalGroup(pid, 0)))
  await sleep(LOOK_EVERY_MS);
for (const pid of watched.keys()) signalGroup(pid, 'SIGKILL');

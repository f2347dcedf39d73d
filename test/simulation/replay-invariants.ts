import type { ReplayOutcome, ReplayWorld, SentEvent } from './replay-world.ts';

/** What is not as it must be, in words. */
export function brokenReplayPromises({ replays, before, after }: ReplayWorld): readonly string[] {
  return [...replays.flatMap(brokenByOne), ...changed(before, after)];
}

function brokenByOne({ consumer, chosen, runs, state }: ReplayOutcome): readonly string[] {
  const sent = runs.flat();
  const wanted = new Set(chosen.map(({ id }) => id));
  const came = new Set(sent.map(({ envelope }) => envelope.id));
  const missing = [...wanted].filter((id) => !came.has(id));
  const foreign = [...came].filter((id) => !wanted.has(id));
  const elsewhere = sent.filter(({ queue }) => queue !== consumer.queue);
  return [
    ...(state === 'done' ? [] : [`a replay ended ${state}`]),
    ...(missing.length > 0 ? [`${missing.length} events were never sent: ${missing[0]}`] : []),
    ...(foreign.length > 0 ? [`${foreign.length} events nobody chose were sent: ${foreign[0]}`] : []),
    ...(elsewhere.length > 0 ? [`sent to ${elsewhere[0]?.queue} instead of ${consumer.queue}`] : []),
    ...runs.flatMap(outOfOrder),
  ];
}

/** Within one run a record's events are sent by their sequence, each once. */
function outOfOrder(run: readonly SentEvent[]): readonly string[] {
  const newest = new Map<string, number>();
  const broken: string[] = [];
  for (const { envelope } of run) {
    const record = envelope.id.slice(0, envelope.id.lastIndexOf('/'));
    const sequence = Number(envelope.sequence);
    if (sequence <= (newest.get(record) ?? 0)) broken.push(`${envelope.id} was sent after a later one`);
    newest.set(record, sequence);
  }
  return broken;
}

function changed(before: ReadonlyMap<string, string>, after: ReadonlyMap<string, string>): readonly string[] {
  const keys = new Set([...before.keys(), ...after.keys()]);
  const different = [...keys].filter((key) => before.get(key) !== after.get(key));
  return different.map((key) => `${key} is not as it was: ${difference(before.get(key), after.get(key))}`);
}

/** Where two texts part, with a little around it. */
function difference(before = '', after = ''): string {
  let at = 0;
  while (at < before.length && before[at] === after[at]) at += 1;
  const around = (text: string) => text.slice(Math.max(0, at - 60), at + 100);
  return `…${around(before)}… became …${around(after)}…`;
}

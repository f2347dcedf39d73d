import { deadLetterId } from '#core/canonical/dead-letter.ts';
import { sha256 } from '#core/kernel/identifiers.ts';
import type { RedriveWorld } from './redrive-world.ts';

/** What must hold once all is quiet, each broken promise as a sentence. */
export function brokenRedrivePromises(world: RedriveWorld): readonly string[] {
  return [...lost(world), ...strayed(world), ...notChosen(world), ...disordered(world), ...unsettled(world)];
}

/** Each message's effect is there; the consumer sees to it that it is there once. */
function lost({ contents, applied, stillDead }: RedriveWorld): string[] {
  const done = new Set(applied);
  const missing = [...contents.keys()].filter((body) => !done.has(body));
  const broken = missing.slice(0, 3).map((body) => `${body} was lost`);
  return stillDead > 0 ? [...broken, `${stillDead} messages are still dead`] : broken;
}

const strayed = ({ contents, deliveries }: RedriveWorld): string[] =>
  deliveries
    .filter(({ queue, body }) => contents.get(body)?.queue !== queue)
    .map(({ queue, body }) => `${body} came to ${queue}`);

/** A redrive of some sends nothing else. */
const notChosen = ({ asked, deliveries, contents }: RedriveWorld): string[] =>
  deliveries
    .filter(({ body, redriveId }) => {
      const selection = asked.get(redriveId ?? '');
      if (selection?.kind !== 'some') return false;
      const { queue = '', group } = contents.get(body) ?? {};
      return !selection.ids.includes(deadLetterId(queue, group, sha256(body)));
    })
    .slice(0, 3)
    .map(({ body, redriveId }) => `${body} was sent by ${redriveId}, which was not for it`);

/** The first effects of a group come in its order, where nothing in it was poison. */
function disordered({ contents, applied }: RedriveWorld): string[] {
  const at = new Map(applied.map((body, index) => [body, index]));
  const groups = new Map<string, { bodies: string[]; poison: boolean }>();
  for (const [body, { group, poison }] of contents) {
    if (group === undefined) continue;
    const known = groups.get(group) ?? { bodies: [], poison: false };
    groups.set(group, { bodies: [...known.bodies, body], poison: known.poison || poison });
  }
  return [...groups]
    .filter(([, { bodies, poison }]) => {
      const order = bodies.map((body) => at.get(body) ?? -1);
      return !poison && order.some((place, index) => place < (order[index - 1] ?? -1));
    })
    .map(([group]) => `the order of ${group} was lost`);
}

function unsettled({ letters, redrives, contents, moved }: RedriveWorld): string[] {
  const broken: string[] = [];
  const known = new Set(letters.map(({ id }) => id));
  const unknown = [...contents].filter(
    ([body, { queue, group }]) => !moved.has(body) && !known.has(deadLetterId(queue, group, sha256(body))),
  );
  if (unknown.length > 0)
    broken.push(`${unknown.length} contents have no record, ${unknown[0]?.[0]} for one`);
  const open = letters.filter(({ state }) => state !== 'redriven' && state !== 'gone');
  if (open.length > 0) broken.push(`${open.length} records are still ${open[0]?.state}`);
  const running = redrives.filter(({ state }) => state === 'running');
  if (running.length > 0) broken.push(`${running.length} redrives still run`);
  return broken;
}

/** Dead letters in words. Pure. */
import type { DeadLetter, Redrive } from '#contracts/client.ts';
import { counted, words } from '../../parts/format.ts';

/** What it died of: ours are said in a sentence, codes of the problem catalogue in their words. */
export function classText(reason: string): string {
  if (reason === 'crashed') return 'Crashed, or ran out of time, before it could say why';
  if (reason === 'undeliverable') return 'Could not be delivered to its queue';
  return words(reason);
}

/** What is in a message: `Event: Partner document received`, `File: plan.csv`. */
export function carriesText({ kind, name }: DeadLetter['carries']): string {
  switch (kind) {
    case 'event':
      return `Event: ${words(name)}`;
    case 'file':
      return `File: ${name}`;
    case 'posting':
      return `Posting: ${shortId(name.replace(/^posting /, ''))}`;
    case 'stream':
      return `Changes that were not published: ${name}`;
    case 'other':
      return name.slice(0, 1).toUpperCase() + name.slice(1);
  }
}

/** Effect ids are hashes: their beginning tells them apart. */
const shortId = (id: string): string => (/^[0-9a-f]{64}$/.test(id) ? `${id.slice(0, 12)}…` : id);

/** Whether it may be sent back: it waits, and there is somebody to send it to. */
export const canRedrive = ({ state, consumer }: DeadLetter): boolean =>
  state === 'waiting' && consumer !== undefined;

/** Whether something is still to be decided about it. */
export const isOpen = ({ state }: DeadLetter): boolean => state === 'waiting';

/** `3 chosen messages`, `all that died of "File missing"`, `all that waited`. */
export function selectionText(selection: Redrive['selection']): string {
  if (selection.kind === 'some') return counted(selection.ids.length, 'chosen messages');
  return selection.class === undefined
    ? 'All that waited'
    : `All that died of "${classText(selection.class)}"`;
}

/** `7 sent, 1 passed over`: failures only where there are some. */
export function countsText({ sent, skipped, failed }: Redrive['counts']): string {
  const parts = [`${sent} sent`];
  if (skipped > 0) parts.push(`${skipped} passed over`);
  if (failed > 0) parts.push(`${failed} could not be sent`);
  return parts.join(', ');
}

import type { DeadLetter } from '#core/canonical/dead-letter.ts';
import { type ProblemEntry, problemCatalogue } from '#core/kernel/problem.ts';
import { consumers } from '#events/consumers.ts';

/** What is to be done about what is no problem of the catalogue. */
const ours: Readonly<Record<string, string>> = {
  crashed: 'Look for its message id in the log of the function; redrive when the cause is gone.',
  undeliverable: 'The bus or the stream gave it up; see why the queue or the function could not be reached.',
};

const catalogue: Readonly<Record<string, ProblemEntry>> = problemCatalogue;

/** What the queue's function does, and how to repair what a message died of, in words; nothing where neither is known. */
export function hintFor({ consumer, died }: Pick<DeadLetter, 'consumer' | 'died'>): string | undefined {
  const does = consumer === undefined ? undefined : consumers.get(consumer)?.summary;
  const entry = catalogue[died.class];
  const repair = entry ? `${entry.title}: ${entry.hint}` : ours[died.class];
  const parts = [does, repair].filter((part) => part !== undefined);
  return parts.length > 0 ? parts.join(' ') : undefined;
}

/** Who repairs a problem and how, where the catalogue says so. */
export function repairOf(code: string): Pick<ProblemEntry, 'repairedBy' | 'hint'> | undefined {
  const entry = catalogue[code];
  return entry && { repairedBy: entry.repairedBy, hint: entry.hint };
}

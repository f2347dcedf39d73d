import { readFileSync } from 'node:fs';

const SHOWN = 15;

/** What a log says of a failure: the first lines that speak of errors (usage and stack traces follow), or the last. */
export function tellingLines(log) {
  const lines = readFileSync(log, 'utf8').trimEnd().split('\n');
  const errors = lines.filter((line) => /\berror\b/i.test(line));
  return (errors.length > 0 ? errors.slice(0, SHOWN) : lines.slice(-SHOWN)).join('\n');
}

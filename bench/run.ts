/**
 * `npm run bench -- <name> [options]`: one benchmark, one JSON object a line on standard output
 * (`{"bench":…,"figure":…,"value":…,"unit":…}`), whatever else on standard error.
 */
import { globSync } from 'node:fs';
import { dirname } from 'node:path';

const [name, ...args] = process.argv.slice(2);
const names = globSync('*/index.ts', { cwd: import.meta.dirname })
  .map(dirname)
  .sort();

if (name === undefined || !names.includes(name)) {
  process.stderr.write(`Which benchmark? npm run bench -- ${names.join(' | ')}\n`);
  process.exitCode = 2;
} else {
  const { run } = (await import(`./${name}/index.ts`)) as { run: (args: string[]) => Promise<void> };
  await run(args);
}

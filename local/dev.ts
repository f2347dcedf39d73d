/** `npm run dev`: watch the functions, and put what changed into the stack that `npm start` runs. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { context, type Plugin } from 'esbuild';
import { bundleOptions, functionEntries } from '#lib/bundle.ts';
import { environmentNamed } from '#lib/environments.ts';
import { functionName } from '#lib/names.ts';
import { Blocked } from './bootstrap/blocked.mjs';
import { ROOT } from './bootstrap/places.mjs';
import { inSession } from './process/session.ts';
import { redeploy } from './redeploy.ts';
import { findRunningStack } from './running-stack.ts';

const local = environmentNamed('local');

function fingerprint(entry: string): string {
  const code = readFileSync(join(ROOT, 'dist', 'functions', entry, 'index.mjs'));
  return createHash('sha256').update(code).digest('hex');
}

/** After each build, tell which functions came out different from the time before. The first time is the base. */
function reportChanges(entries: readonly string[], onChange: (entries: string[]) => Promise<void>): Plugin {
  const known = new Map<string, string>();
  return {
    name: 'report-changes',
    setup(build) {
      build.onEnd(async ({ errors }) => {
        if (errors.length > 0) return; // esbuild has shown them; the stack keeps what it has
        const isFirst = known.size === 0;
        const changed = entries.filter((entry) => known.get(entry) !== fingerprint(entry));
        for (const entry of changed) known.set(entry, fingerprint(entry));
        if (!isFirst && changed.length > 0) await onChange(changed);
      });
    },
  };
}

const code = await inSession('dev', async ({ supervisor, run, stayUp }) => {
  const stack = findRunningStack();
  if (!stack)
    throw new Blocked('No local stack is running: run "npm start" in another terminal, then this again.');
  Object.assign(process.env, stack);

  async function update(entry: string): Promise<void> {
    const began = Date.now();
    const name = functionName(local, entry.slice(entry.indexOf('/') + 1));
    await redeploy({ supervisor, run }, { name, folder: join(ROOT, 'dist', 'functions', entry) });
    console.log(`${entry} redeployed (${Date.now() - began} ms)`);
  }

  const entries = functionEntries();
  const plugin = reportChanges(entries, async (changed) => {
    for (const entry of changed) {
      await update(entry).catch((failure) =>
        console.error(`${entry} was not redeployed: ${failure.message}`),
      );
    }
  });
  const watcher = await context({ ...bundleOptions(entries), plugins: [plugin] });
  await watcher.watch();
  console.log(`Watching ${entries.length} functions; Ctrl-C ends this, the stack keeps running.`);
  return stayUp();
});
process.exit(code);

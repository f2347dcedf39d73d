/**
 * `npm start`: the whole of Crossdock on this machine beside a real ERP, and a story played on it, from a planner's
 * forecast file to purchase orders. Runs until Ctrl-C; with `--once` it ends when the story has.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Blocked } from './bootstrap/blocked.mjs';
import { bundle } from './bundle.ts';
import { chooseCloudPort } from './cloud/start-cloud.ts';
import { chooseErpPort } from './erp/start-erp.ts';
import { type Size, sizes } from './erp-seed/distributor.ts';
import { portOf, readOptions } from './options.ts';
import { inSession } from './process/session.ts';
import { phase } from './progress.ts';
import { environmentOfStack, raiseStack } from './raise-stack.ts';
import { announceStack } from './running-stack.ts';
import { play } from './story/play.ts';
import { tellNext } from './story/tell-next.ts';
import { tellStory } from './story/tell-story.ts';

const options = readOptions({
  once: { type: 'boolean', default: false },
  size: { type: 'string', default: 'medium' },
  seed: { type: 'string', default: '7' },
  'cloud-port': { type: 'string', default: '4566' },
  'erp-port': { type: 'string', default: '8069' },
  'postgres-port': { type: 'string' },
});
const isSize = (text: string): text is Size => Object.hasOwn(sizes, text);

const code = await inSession('start', async ({ supervisor, run, stayUp }) => {
  const say = console.log;
  const { size, seed, once } = options;
  if (!isSize(size))
    throw new Blocked(`There is no size "${size}": choose one of ${Object.keys(sizes).join(', ')}.`);
  const ports = {
    cloud: await chooseCloudPort(portOf(options['cloud-port'])),
    erp: await chooseErpPort(portOf(options['erp-port'])),
    postgres: portOf(options['postgres-port']),
  };
  await phase('Bundling the functions', say, () => bundle({ supervisor, run }));
  const stack = await raiseStack({ supervisor, run, say, ports });
  announceStack(run, stack);
  Object.assign(process.env, environmentOfStack(stack)); // for the AWS clients of the story

  const { story, eyes, file } = await play({ supervisor, run, stack, size, seed: Number(seed), say });
  const kept = join(run.data, 'forecast.csv');
  writeFileSync(kept, file);
  say(`\n${tellStory(story)}`);
  if (once) return 0;
  say(`\n${tellNext(stack, eyes.consumer, story, kept)}\n\nCtrl-C ends it all.`);
  return stayUp();
});
process.exit(code);

import { spawn } from 'node:child_process';
import { createWriteStream, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { Blocked } from './blocked.mjs';
import { LOCAL, ROOT } from './places.mjs';
import { tellingLines } from './telling-lines.mjs';

const STILL_AT_IT_EVERY = 15_000;

/**
 * Run a command that may take a while: say what it is for, that it is still at it, and when it is done.
 * Its output goes to `.local/logs/<log>.log`; when it fails, the lines that tell are shown with `advice`.
 */
export async function runStep({ saying, command, args, log, advice, cwd = ROOT, env = process.env }) {
  mkdirSync(join(LOCAL, 'logs'), { recursive: true });
  const file = join(LOCAL, 'logs', `${log}.log`);
  const output = createWriteStream(file);
  await new Promise((resolve) => output.once('open', resolve));
  const began = Date.now();
  const seconds = () => Math.round((Date.now() - began) / 1000);
  console.log(`${saying} …`);
  const reminder = setInterval(() => console.log(`  still at it (${seconds()} s)`), STILL_AT_IT_EVERY);
  const code = await new Promise((resolve) => {
    const child = spawn(command, args, { cwd, env, stdio: ['ignore', output, output] });
    child.once('error', () => resolve(-1));
    child.once('exit', resolve);
  });
  clearInterval(reminder);
  output.end();
  if (code !== 0) {
    throw new Blocked(`${tellingLines(file)}\n\n${saying} failed: ${advice} (whole log: ${file})`);
  }
  console.log(`  done (${seconds()} s)`);
}

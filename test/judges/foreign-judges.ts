import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, globSync, readFileSync } from 'node:fs';
import { cp, mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import { promisify } from 'node:util';
import { LOCAL } from '#local/bootstrap/places.mjs';

const execute = promisify(execFile);
const BUILT_WITHIN_MS = 120_000;

/** A program that is given files and says what it has against each, or why it cannot be asked on this machine. */
export type ForeignJudge =
  | { readonly faultsOf: (files: readonly string[]) => Promise<readonly string[]> }
  | { readonly whyNot: string };

/** edifact-rs (Rust): envelopes, character sets and the syntax rules of ISO 9735. Built once, where cargo is. */
export const edifactRs = (): Promise<ForeignJudge> =>
  judge('rust', async (folder) => {
    // A target folder of the user's own would take the program elsewhere.
    const env = { ...process.env, CARGO_TARGET_DIR: join(folder, 'target') };
    await execute('cargo', ['build', '--quiet'], { cwd: folder, timeout: BUILT_WITHIN_MS, env });
    return [join(folder, 'target/debug/judge')];
  });

/** staedi (Java): the envelopes of both syntaxes, element by element, with their counts and references. */
export const staedi = (): Promise<ForeignJudge> =>
  judge('java', async (folder) => {
    const goals = ['-q', '-B', 'compile', 'dependency:copy-dependencies'];
    await execute('mvn', goals, { cwd: folder, timeout: BUILT_WITHIN_MS });
    const jars = await readdir(join(folder, 'target/dependency'));
    const places = [
      join(folder, 'target/classes'),
      ...jars.map((jar) => join(folder, 'target/dependency', jar)),
    ];
    return ['java', '-cp', places.join(delimiter), 'Judge'];
  });

async function judge(
  language: 'java' | 'rust',
  build: (folder: string) => Promise<string[]>,
): Promise<ForeignJudge> {
  try {
    const [program = '', ...args] = await builtOnce(language, build);
    const faultsOf = async (files: readonly string[]) => {
      const { stdout } = await execute(program, [...args, ...files], { maxBuffer: 10_000_000 });
      return stdout.split('\n').filter((line) => line !== '');
    };
    return { faultsOf };
  } catch (failure) {
    const [reason = ''] = String(failure instanceof Error ? failure.message : failure).split('\n');
    return { whyNot: reason };
  }
}

/** The command of a judge, built in a folder named after its sources, so that a change of them is another one. */
async function builtOnce(
  language: string,
  build: (folder: string) => Promise<string[]>,
): Promise<readonly string[]> {
  const sources = join(import.meta.dirname, language);
  const hash = createHash('sha256');
  for (const file of globSync('**/*.{java,xml,rs,toml}', { cwd: sources }).sort())
    hash.update(readFileSync(join(sources, file)));
  const folder = join(LOCAL, 'judges', `${language}-${hash.digest('hex').slice(0, 12)}`);
  const built = join(folder, 'command.json');
  if (existsSync(built)) return JSON.parse(readFileSync(built, 'utf8'));
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  await cp(sources, folder, { recursive: true });
  const command = await build(folder);
  await writeFile(built, JSON.stringify(command));
  return command;
}

import { execFile } from 'node:child_process';
import { cp, readdir } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import { promisify } from 'node:util';

const execute = promisify(execFile);

/** A program that measures one library of another language: a file in, `{segments, seconds}` out. */
export interface ForeignPeer {
  readonly name: string;
  readonly syntax: 'x12' | 'edifact';
  readonly command: string;
  readonly args: readonly string[];
}

/** What could be built, and why the rest could not. */
export interface ForeignPeers {
  readonly peers: readonly ForeignPeer[];
  readonly skipped: readonly string[];
}

/** Build what measures the Rust and Java libraries in a folder outside the repository, where their tools are here. */
export async function buildForeignPeers(folder: string): Promise<ForeignPeers> {
  const built = await Promise.all([
    attempt('edi (Rust)', () => rust(folder, 'rust-x12', 'edi (Rust)', 'x12')),
    attempt('edifact-rs', () => rust(folder, 'rust-edifact', 'edifact-rs', 'edifact')),
    attempt('staedi and edireader (Java)', () => java(folder)),
  ]);
  return { peers: built.flatMap(({ peers }) => peers), skipped: built.flatMap(({ skipped }) => skipped) };
}

async function attempt(what: string, build: () => Promise<ForeignPeer[]>): Promise<ForeignPeers> {
  try {
    return { peers: await build(), skipped: [] };
  } catch (error) {
    const [reason] = String(error instanceof Error ? error.message : error).split('\n');
    return { peers: [], skipped: [`${what}: ${reason}`] };
  }
}

async function rust(
  folder: string,
  project: string,
  name: string,
  syntax: 'x12' | 'edifact',
): Promise<ForeignPeer[]> {
  const cwd = join(folder, project);
  await cp(join(import.meta.dirname, project), cwd, { recursive: true });
  await execute('cargo', ['build', '--release', '--quiet'], {
    cwd,
    env: withoutTarget(cwd),
    timeout: 300_000,
  });
  return [{ name, syntax, command: join(cwd, 'target/release', `measure-${syntax}`), args: [] }];
}

const withoutTarget = (cwd: string): NodeJS.ProcessEnv => ({
  ...process.env,
  CARGO_TARGET_DIR: join(cwd, 'target'),
});

async function java(folder: string): Promise<ForeignPeer[]> {
  const cwd = join(folder, 'java');
  await cp(join(import.meta.dirname, 'java'), cwd, { recursive: true });
  const goals = ['-q', '-B', 'compile', 'dependency:copy-dependencies'];
  await execute('mvn', goals, { cwd, timeout: 300_000 });
  const jars = (await readdir(join(cwd, 'target/dependency'))).map((jar) =>
    join(cwd, 'target/dependency', jar),
  );
  const classpath = [join(cwd, 'target/classes'), ...jars].join(delimiter);
  const peer = (library: string, syntax: 'x12' | 'edifact'): ForeignPeer => ({
    name: `${library} (Java)`,
    syntax,
    command: 'java',
    args: ['-cp', classpath, 'Measure', library],
  });
  return [
    peer('staedi', 'x12'),
    peer('edireader', 'x12'),
    peer('staedi', 'edifact'),
    peer('edireader', 'edifact'),
  ];
}

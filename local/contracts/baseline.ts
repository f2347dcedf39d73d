/** The contracts as they are committed: in the working tree, or at a commit. */
import { execFileSync } from 'node:child_process';
import { existsSync, globSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Contracts } from './compatibility/compare-contracts.ts';

export const root = fileURLToPath(new URL('../..', import.meta.url));
export const directory = join(root, 'contracts');

export function contractsOnDisk(): Contracts {
  if (!existsSync(directory)) return new Map();
  const paths = globSync('**/*.{json,ts}', { cwd: directory }).sort();
  return new Map(paths.map((path) => [path, readFileSync(join(directory, path), 'utf8')]));
}

/** At a commit, tag or branch; throws what git says when there is no such thing. */
export function contractsAt(revision: string): Contracts {
  const git = (...args: string[]): string =>
    execFileSync('git', args, { cwd: root, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 });
  const paths = git('ls-tree', '-r', '--name-only', revision, 'contracts/').split('\n').filter(Boolean);
  return new Map(paths.map((path) => [relative('contracts', path), git('show', `${revision}:${path}`)]));
}

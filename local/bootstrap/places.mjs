import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The repository's top folder. */
export const ROOT = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
/** Everything that is made on this machine and never committed. */
export const LOCAL = join(ROOT, '.local');
export const VENV = join(LOCAL, 'venv');
export const MODULES = join(ROOT, 'node_modules');
/** The Node this project is written for, whatever Node started us. */
export const PINNED_NODE = join(MODULES, 'node', 'bin', 'node');

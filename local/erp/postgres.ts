import { chownSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import { environmentOf } from '../process/environment.ts';
import { choosePort } from '../process/ports.ts';
import type { RunFolder } from '../process/run-folder.ts';
import type { Child, Supervisor } from '../process/supervisor.ts';
import { untilAnswers } from '../process/until-answers.ts';
import type { PostgresHome } from './postgres-home.ts';

const OWNER = 'erp';
const READY_WITHIN_SECONDS = 30;

/** What can be lost is made anew: nothing here waits for the disk. */
const SETTINGS = [
  'listen_addresses=127.0.0.1',
  'unix_socket_directories=',
  'fsync=off',
  'synchronous_commit=off',
  'full_page_writes=off',
  'max_wal_size=64MB',
  'min_wal_size=8MB',
];

export interface PostgresOptions {
  readonly supervisor: Supervisor;
  readonly run: RunFolder;
  readonly home: PostgresHome;
  /** The cluster's folder. */
  readonly cluster: string;
  readonly password: string;
}

/** A running PostgreSQL. `uri` ends in a slash: a database's name follows. */
export interface RunningPostgres {
  readonly uri: string;
  readonly child: Child;
}

/** Make an empty cluster whose owner is `erp`. */
export async function createCluster({
  supervisor,
  run,
  home,
  cluster,
  password,
}: PostgresOptions): Promise<void> {
  mkdirSync(cluster, { recursive: true, mode: 0o700 });
  const passwordFile = join(cluster, '..', 'cluster-password');
  writeFileSync(passwordFile, password, { mode: 0o600 });
  if (home.account) {
    for (const path of [cluster, passwordFile]) chownSync(path, home.account.uid, home.account.gid);
  }
  await supervisor.run({
    name: 'the making of a PostgreSQL cluster',
    command: join(home.programs, 'bin', 'initdb'),
    args: [
      ...['-D', cluster, '-U', OWNER, `--pwfile=${passwordFile}`, '--auth=scram-sha-256'],
      ...['--no-locale', '--encoding=UTF8', '--wal-segsize=4', '--no-sync', '--no-instructions'],
    ],
    env: environmentOf({}),
    cwd: home.data,
    log: join(run.logs, 'initdb.log'),
    account: home.account,
  });
  rmSync(passwordFile);
}

/** Start PostgreSQL on a cluster, on the loopback interface alone. */
export async function startPostgres(
  options: PostgresOptions & { port?: number | undefined },
): Promise<RunningPostgres> {
  const { supervisor, run, home, cluster, password } = options;
  const port = await choosePort(options.port, 'the database of the ERP (PostgreSQL)', '--postgres-port');
  const child = supervisor.start({
    name: 'the database of the ERP (PostgreSQL)',
    command: join(home.programs, 'bin', 'postgres'),
    args: ['-D', cluster, '-p', String(port), ...SETTINGS.flatMap((setting) => ['-c', setting])],
    env: environmentOf({}),
    cwd: home.data,
    log: join(run.logs, 'postgres.log'),
    account: home.account,
    stopSignal: 'SIGINT', // its fast shutdown: clients are not waited for
  });
  await untilAnswers(child, READY_WITHIN_SECONDS, () => accepts(port));
  return { uri: `postgresql://${OWNER}:${password}@127.0.0.1:${port}/`, child };
}

function accepts(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ port, host: '127.0.0.1' });
    socket.once('error', () => resolve(false));
    socket.once('connect', () => {
      socket.destroy();
      resolve(true);
    });
  });
}

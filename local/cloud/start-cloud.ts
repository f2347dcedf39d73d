import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { VENV } from '../bootstrap/places.mjs';
import { environmentOf } from '../process/environment.ts';
import { choosePort } from '../process/ports.ts';
import type { RunFolder } from '../process/run-folder.ts';
import type { Supervisor } from '../process/supervisor.ts';
import { untilAnswers } from '../process/until-answers.ts';

const REGION = 'us-east-1';
const ACCOUNT = '000000000000';
/** MiniStack takes any key of nobody in particular for the account's root; functions get their roles' own. */
const CREDENTIALS = { accessKeyId: 'test', secretAccessKey: 'test' };
/**
 * Functions at work at once. Unbounded, a burst starts a process each and all of them crawl; but where the bound is
 * met, a message that is refused stays invisible for the whole of its queue's visibility timeout, so it is set above
 * what one replenishment run asks for at once.
 */
const CONCURRENT_FUNCTIONS = 48;
const READY_WITHIN_SECONDS = 30;

/** The embedded AWS, ready to be deployed to. */
export interface RunningCloud {
  /** `http://127.0.0.1:<port>` */
  readonly endpoint: string;
  readonly region: string;
  readonly accountId: string;
  readonly credentials: { readonly accessKeyId: string; readonly secretAccessKey: string };
  /** What any AWS SDK or the CDK needs in its environment to speak to it. */
  readonly environment: Readonly<Record<string, string>>;
  stop(): Promise<void>;
}

export interface CloudOptions {
  readonly supervisor: Supervisor;
  readonly run: RunFolder;
  /** Asked-for port; any free one when left out. */
  readonly port?: number | undefined;
  /** Factor on the workflows' waits, for tests that cannot sit one out. */
  readonly waitScale?: number;
}

/** The port to listen on: the asked-for one, which must be free, or any free one. */
export const chooseCloudPort = (asked: number | undefined): Promise<number> =>
  choosePort(asked, 'the embedded AWS (MiniStack)', '--cloud-port');

/** Start MiniStack on the loopback interface alone, IAM enforced, with nothing in it. */
export async function startCloud({
  supervisor,
  run,
  port: asked,
  waitScale,
}: CloudOptions): Promise<RunningCloud> {
  const port = await chooseCloudPort(asked);
  const temporary = join(run.data, 'cloud');
  mkdirSync(temporary, { recursive: true });
  // MiniStack runs functions from here by a CommonJS script: our own package.json above must not make it a module.
  writeFileSync(join(temporary, 'package.json'), JSON.stringify({ type: 'commonjs' }));
  const child = supervisor.start({
    name: 'the embedded AWS (MiniStack)',
    command: join(VENV, 'bin', 'python'),
    args: ['-m', 'ministack'],
    env: environmentOf({
      AUTH: 'true',
      BIND_HOST: '127.0.0.1',
      GATEWAY_PORT: String(port),
      IOT_MTLS_ENABLED: '0',
      SFTP_ENABLED: '0',
      LAMBDA_ACCOUNT_CONCURRENCY: String(CONCURRENT_FUNCTIONS),
      LAMBDA_WARM_TTL_SECONDS: '120',
      MINISTACK_REGION: REGION,
      MINISTACK_ACCOUNT_ID: ACCOUNT,
      SFN_WAIT_SCALE: String(waitScale ?? 1),
      TMPDIR: temporary,
      PYTHONUNBUFFERED: '1',
    }),
    cwd: temporary,
    log: join(run.logs, 'ministack.log'),
    stopSignal: 'SIGKILL', // it keeps nothing, and would wait for every workflow that waits
  });
  const endpoint = `http://127.0.0.1:${port}`;
  await untilAnswers(
    child,
    READY_WITHIN_SECONDS,
    async () => (await fetch(`${endpoint}/_ministack/ready`)).ok,
  );
  const environment = {
    AWS_ENDPOINT_URL: endpoint,
    AWS_REGION: REGION,
    AWS_DEFAULT_REGION: REGION,
    AWS_ACCESS_KEY_ID: CREDENTIALS.accessKeyId,
    AWS_SECRET_ACCESS_KEY: CREDENTIALS.secretAccessKey,
  };
  return {
    endpoint,
    region: REGION,
    accountId: ACCOUNT,
    credentials: CREDENTIALS,
    environment,
    stop: child.stop,
  };
}

import type { Actor } from '#core/kernel/correlation.ts';
import { publishConsole } from '../../cli/console.ts';
import type { RunningCloud } from '../cloud/start-cloud.ts';
import type { Outputs } from '../deploy.ts';
import type { Session } from '../process/session.ts';
import { phase, type Say } from '../progress.ts';
import { outputOf } from '../story/outputs.ts';
import { buildConsole } from './build-console.ts';
import { makePeople, type People } from './make-people.ts';

/** The console in the embedded AWS, and who can sign in to it. */
export interface RunningConsole {
  /** `http://<label>.cloudfront.localhost:<port>`; browsers know that it is this machine. */
  readonly url: string;
  readonly people: People;
}

export interface ConsoleOptions extends Pick<Session, 'supervisor' | 'run'> {
  readonly cloud: RunningCloud;
  readonly outputs: Outputs;
  readonly say: Say;
}

/** Who sets up the local installation, for the audit record. */
const INSTALLER: Actor = { kind: 'person', id: 'local-setup' };

/** Build the console, publish it as one would to AWS, and let one person of each role sign in. */
export async function raiseConsole({
  cloud,
  outputs,
  say,
  ...session
}: ConsoleOptions): Promise<RunningConsole> {
  const folder = await phase('Building the console', say, () => buildConsole(session));
  // From here on this process is a client of the embedded AWS, as a terminal is of AWS.
  Object.assign(process.env, cloud.environment);
  const output = (name: string): string => outputOf(outputs, name);
  return phase('Publishing the console', say, async () => ({
    url: await publishConsole(output, { environment: 'local', folder, actor: INSTALLER }),
    people: await makePeople(output, INSTALLER),
  }));
}

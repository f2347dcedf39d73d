/** What the console is told about where it runs: `/config.json`, written when it is published. */
export interface ConsoleConfig {
  readonly issuer: string;
  readonly authorizeUrl: string;
  readonly tokenUrl: string;
  readonly logoutUrl: string;
  readonly clientId: string;
  readonly scope: string;
  /** Such as `prod`; shown so that nobody mistakes one for the other. */
  readonly environment: string;
}

/** Reads it once, before anything is shown; throws a sentence that a person can act on. */
export async function readConfig(): Promise<ConsoleConfig> {
  const answer = await fetch('/config.json', { cache: 'no-cache' });
  if (!answer.ok) {
    throw new Error(
      `The console has not been published completely: /config.json answers ${answer.status}. Publish it again with "crossdock console publish".`,
    );
  }
  return (await answer.json()) as ConsoleConfig;
}

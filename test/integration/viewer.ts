/** What a browser does with the console: find its distribution, sign in on the hosted page, call with the token. */
import { createHash, randomBytes } from 'node:crypto';
import { request } from 'node:http';
import * as z from 'zod';
import type { Role } from '#api/roles.ts';
import { peopleSchema } from '#local/console/make-people.ts';

const configSchema = z.strictObject({
  issuer: z.url(),
  authorizeUrl: z.url(),
  tokenUrl: z.url(),
  logoutUrl: z.url(),
  clientId: z.string(),
  scope: z.string(),
  environment: z.string(),
});
export type ConsoleConfig = z.infer<typeof configSchema>;

const tokensSchema = z.looseObject({
  access_token: z.string(),
  id_token: z.string(),
  refresh_token: z.string(),
});
export type Tokens = z.infer<typeof tokensSchema>;

function given(name: string): string {
  const value = process.env[name];
  if (value) return value;
  throw new Error(`${name} is not set: run integration tests with npm test, which publishes the console.`);
}

export const consoleUrl = (): URL => new URL(given('CROSSDOCK_CONSOLE_URL'));

export interface Viewed {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly text: string;
}

/** Ask the distribution, as a browser would: by name. Node does not know that `*.localhost` is this machine. */
export function view(
  path: string,
  {
    method = 'GET',
    headers = {},
    body = '',
  }: { method?: string; headers?: Record<string, string>; body?: string } = {},
): Promise<Viewed> {
  const { host, port } = consoleUrl();
  return new Promise((resolve, reject) => {
    const asked = request(
      { host: '127.0.0.1', port, path, method, headers: { ...headers, host } },
      (answer) => {
        const chunks: Buffer[] = [];
        answer.on('data', (chunk: Buffer) => chunks.push(chunk));
        answer.on('end', () =>
          resolve({
            status: answer.statusCode ?? 0,
            headers: answer.headers,
            text: Buffer.concat(chunks).toString(),
          }),
        );
      },
    );
    asked.on('error', reject);
    asked.end(body);
  });
}

export const consoleConfig = async (): Promise<ConsoleConfig> =>
  configSchema.parse(JSON.parse((await view('/config.json')).text));

/** The user name and password of the person of a role. */
export const personIn = (role: Role) => peopleSchema.parse(JSON.parse(given('CROSSDOCK_PEOPLE')))[role];

/** The way to the sign-in page and back, step by step. */
export async function signInWith(
  { user, password }: { readonly user: string; readonly password: string },
  changes: Readonly<Record<string, string>> = {},
): Promise<{
  readonly back: URL;
  readonly page: string;
  readonly verifier: string;
  readonly config: ConsoleConfig;
}> {
  const config = await consoleConfig();
  const verifier = randomBytes(32).toString('base64url');
  const asked = {
    client_id: config.clientId,
    response_type: 'code',
    redirect_uri: `${consoleUrl().origin}/signed-in`,
    scope: config.scope,
    state: randomBytes(8).toString('hex'),
    code_challenge: createHash('sha256').update(verifier).digest('base64url'),
    code_challenge_method: 'S256',
    ...changes,
  };
  const page = await fetch(`${config.authorizeUrl}?${new URLSearchParams(asked)}`, { redirect: 'manual' });
  const html = await page.text();
  if (page.status !== 200)
    return { back: new URL(page.headers.get('location') ?? 'about:blank'), page: html, verifier, config };
  const hidden = [...html.matchAll(/<input type="hidden" name="(\w+)" value="([^"]*)">/g)].map(
    ([, name = '', value = '']): [string, string] => [name, value.replaceAll('&amp;', '&')],
  );
  const submitted = await fetch(new URL('/login', config.authorizeUrl), {
    method: 'POST',
    redirect: 'manual',
    body: new URLSearchParams([...hidden, ['username', user], ['password', password]]),
  });
  const back = new URL(submitted.headers.get('location') ?? 'about:blank');
  return { back, page: await submitted.text(), verifier, config };
}

/** Trade a code for tokens; answers status and body as they come. */
export async function trade(config: ConsoleConfig, form: Readonly<Record<string, string>>) {
  const answer = await fetch(config.tokenUrl, {
    method: 'POST',
    body: new URLSearchParams({ client_id: config.clientId, ...form }),
  });
  return { status: answer.status, headers: answer.headers, json: (await answer.json()) as unknown };
}

/** Tokens of the person of a role. */
export async function signIn(role: Role): Promise<Tokens> {
  const { back, verifier, config } = await signInWith(personIn(role));
  const { json } = await trade(config, {
    grant_type: 'authorization_code',
    code: back.searchParams.get('code') ?? '',
    redirect_uri: `${consoleUrl().origin}/signed-in`,
    code_verifier: verifier,
  });
  return tokensSchema.parse(json);
}

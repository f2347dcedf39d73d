import { UserManager, WebStorageStateStore } from 'oidc-client-ts';
import type { ConsoleConfig } from './config.ts';
import { returnPath, signedInPath } from './return-path.ts';

/** A signed-in person's session: tokens for calls, and the ways out. */
export interface Session {
  /** A valid access token; renewed shortly before it ends. Never resolves when the person must sign in again. */
  readonly token: () => Promise<string>;
  /** The API did not accept the token: sign in again, unless that was only just done and would go on for ever. */
  readonly renew: () => Promise<void>;
  /** To the hosted sign-in page, and back to where the person is now. */
  readonly signIn: () => Promise<never>;
  readonly signOut: () => Promise<never>;
}

/**
 * The session of whoever sits here.
 * 1. Coming back from the sign-in page: trade the code for tokens and return to the page that was asked for.
 * 2. Signed in already, or renewable: go on.
 * 3. Otherwise: leave for the sign-in page.
 * Tokens live in this tab's session storage only; the code is bound to this browser by PKCE.
 */
export async function openSession(config: ConsoleConfig): Promise<Session> {
  const users = managerOf(config);
  if (location.pathname === signedInPath) await comeBack(users);
  const session = sessionOf(config, users);
  await session.token();
  return session;
}

function managerOf(config: ConsoleConfig): UserManager {
  const storage = new WebStorageStateStore({ store: window.sessionStorage });
  return new UserManager({
    authority: config.issuer,
    // Named one by one: nothing is fetched before people can sign in, whatever the pool publishes.
    metadata: {
      issuer: config.issuer,
      authorization_endpoint: config.authorizeUrl,
      token_endpoint: config.tokenUrl,
    },
    client_id: config.clientId,
    redirect_uri: `${location.origin}${signedInPath}`,
    scope: config.scope,
    userStore: storage,
    stateStore: storage,
    automaticSilentRenew: false,
    loadUserInfo: false,
    monitorSession: false,
  });
}

const failedKey = 'crossdock.sign-in-failed';

/** A page loaded again, or the way back taken twice: the code is spent, and the sign-in starts anew. But only once. */
function onceMore(failure: unknown): undefined {
  if (sessionStorage.getItem(failedKey) === null) {
    sessionStorage.setItem(failedKey, 'yes');
    return undefined;
  }
  sessionStorage.removeItem(failedKey);
  const why = failure instanceof Error ? failure.message : String(failure);
  throw new Error(`The sign-in page let you in, but Crossdock could not finish: ${why}.`);
}

async function comeBack(users: UserManager): Promise<void> {
  const asked = new URLSearchParams(location.search);
  if (asked.has('code')) {
    const user = await users.signinCallback().catch(onceMore);
    if (user) sessionStorage.removeItem(failedKey);
    history.replaceState(null, '', returnPath(user?.state));
    return;
  }
  if (asked.has('error'))
    throw new Error(`Sign-in failed: ${asked.get('error_description') ?? asked.get('error')}`);
  history.replaceState(null, '', '/');
}

const RENEW_BEFORE_SECONDS = 60;

/** When this tab was last sent to the sign-in page. */
const signInKey = 'crossdock.sign-in-at';
const AGAIN_AFTER_MILLISECONDS = 20_000;

function sessionOf(config: ConsoleConfig, users: UserManager): Session {
  let renewing: Promise<string> | undefined;

  const signIn = async (): Promise<never> => {
    await users.removeUser();
    sessionStorage.setItem(signInKey, String(Date.now()));
    const back = location.pathname + location.search;
    await users.signinRedirect({ state: back });
    return leaving();
  };

  const renew = async (): Promise<void> => {
    const last = Number(sessionStorage.getItem(signInKey) ?? 0);
    if (Date.now() - last > AGAIN_AFTER_MILLISECONDS) await signIn();
  };

  const refreshed = async (): Promise<string> => {
    const renewed = await users.signinSilent().catch(() => null);
    return renewed?.access_token ?? signIn();
  };

  const token = async (): Promise<string> => {
    const user = await users.getUser();
    if (user && (user.expires_in ?? 0) > RENEW_BEFORE_SECONDS) return user.access_token;
    if (!user?.refresh_token) return signIn();
    // Many calls may find the token old at once; it is renewed once.
    renewing ??= refreshed().finally(() => {
      renewing = undefined;
    });
    return renewing;
  };

  const signOut = async (): Promise<never> => {
    await users.removeUser();
    const url = new URL(config.logoutUrl);
    url.searchParams.set('client_id', config.clientId);
    url.searchParams.set('logout_uri', `${location.origin}/`);
    location.assign(url);
    return leaving();
  };

  return { token, renew, signIn, signOut };
}

/** The page is on its way out: whoever waits for an answer needs none any more. */
const leaving = (): Promise<never> => new Promise(() => undefined);

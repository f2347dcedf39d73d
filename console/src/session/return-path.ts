/** Where the sign-in page sends people back to; the pool's client names the same address. */
export const signedInPath = '/signed-in';

/**
 * Where a person goes on after signing in: the page that was asked for before. Only a path of ours counts, whatever
 * comes back from outside; everything else leads to the start. Control
 * characters count for nothing: browsers leave them out, which makes `/<tab>/` the beginning of another host. Pure.
 */
export const returnPath = (state: unknown): string =>
  typeof state === 'string' && /^\/(?![/\\])[!-~]*$/.test(state) && !state.startsWith(signedInPath)
    ? state
    : '/';

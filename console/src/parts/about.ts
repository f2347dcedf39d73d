/** An effect names what it is about as `purchase-order po-1`: the type and the id, where it has that form. Pure. */
export function aboutOf(about: string): { readonly type: string; readonly id: string } | undefined {
  const found = /^([a-z][a-z-]*) (\S+)$/.exec(about);
  return found?.[1] && found[2] ? { type: found[1], id: found[2] } : undefined;
}

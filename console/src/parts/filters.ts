/** Filters live in the address, so that what one sees can be sent to another: `/exceptions?queue=buyer&mine=yes`. */
export type Filters<N extends string> = { readonly [K in N]?: string | undefined };

/** The filters of these names that the address has; empty ones count as none. Pure. */
export function readFilters<N extends string>(search: URLSearchParams, names: readonly N[]): Filters<N> {
  const entries = names.flatMap((name) => {
    const value = search.get(name)?.trim();
    return value ? [[name, value] as const] : [];
  });
  return Object.fromEntries(entries) as Filters<N>;
}

/** The address with these filters changed; `undefined` or nothing takes one away, the others stay. Pure. */
export function withFilters(
  search: URLSearchParams,
  changes: Readonly<Record<string, string | undefined>>,
): URLSearchParams {
  const next = new URLSearchParams(search);
  for (const [name, value] of Object.entries(changes)) {
    if (value?.trim()) next.set(name, value.trim());
    else next.delete(name);
  }
  return next;
}

/** A link to a page with filters set: `linkTo('/exceptions', { queue: 'buyer' })`. Pure. */
export function linkTo(path: string, filters: Readonly<Record<string, string | undefined>>): string {
  const search = withFilters(new URLSearchParams(), filters).toString();
  return search ? `${path}?${search}` : path;
}

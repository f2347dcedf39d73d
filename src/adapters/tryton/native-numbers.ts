import type { Identifier } from '#core/kernel/identifiers.ts';

/** What the ERP's own numbers identify: the second half of an identifier's scheme. */
export type NativeKind = 'product' | 'party' | 'warehouse' | 'purchase-order';

/** The scheme of a kind of number in one system, such as `tryton:product`. */
export const nativeScheme = (system: string, kind: NativeKind): string => `${system}:${kind}`;

/** The number a record has in the system, or undefined when it has none there. */
export function nativeNumber(
  identifiers: readonly Identifier[],
  system: string,
  kind: NativeKind,
): number | undefined {
  const scheme = nativeScheme(system, kind);
  const found = identifiers.find((identifier) => identifier.scheme === scheme);
  return found && recordNumber(found.value);
}

/** The database number behind a text; undefined when it can be none. */
export function recordNumber(text: string): number | undefined {
  const number = Number(text);
  return /^\d{1,10}$/.test(text) && number <= 2_147_483_647 ? number : undefined;
}

import { derivedId, type Identifier } from '#core/kernel/identifiers.ts';
import type { Records } from '#core/kernel/records.ts';
import type { ItemOf } from './rules/match-lines.ts';

/** The id of the cross-reference that says what a partner's code is to us. */
export const crossReferenceId = (partnerId: string, kind: 'item' | 'location', theirs: string): string =>
  derivedId('xr', partnerId, kind, theirs);

/** The codes of a partner's document, each with the item of ours it leads to. */
export interface ItemCodes {
  /** The item that the first of these codes that leads anywhere leads to: ours before the partner's before GTINs. */
  readonly itemOf: ItemOf;
  /** The code to ask a person about, when none of these leads anywhere. */
  readonly unknownOf: (identifiers: readonly Identifier[]) => string | undefined;
}

const ASKED_AT_A_TIME = 16;
const trusted = ['buyer-item', 'supplier-item', 'gtin'];

/** Look up every code that a document names, each once: by cross-reference, as our own number, by GTIN. */
export async function itemCodesOf(
  records: Pick<Records, 'get' | 'findByIdentifier'>,
  partnerId: string,
  identifiers: readonly Identifier[],
): Promise<ItemCodes> {
  const wanted = [...new Map(identifiers.map((identifier) => [keyOf(identifier), identifier])).values()];
  const known = new Map<string, string>();
  for (let at = 0; at < wanted.length; at += ASKED_AT_A_TIME) {
    await Promise.all(
      wanted.slice(at, at + ASKED_AT_A_TIME).map(async (identifier) => {
        const item = await lookUp(records, partnerId, identifier);
        if (item !== undefined) known.set(keyOf(identifier), item);
      }),
    );
  }
  const itemOf: ItemOf = (named) =>
    byTrust(named)
      .map((identifier) => known.get(keyOf(identifier)))
      .find((item) => item !== undefined);
  return {
    itemOf,
    unknownOf: (named) => (itemOf(named) === undefined ? codeToAskAbout(named) : undefined),
  };
}

const keyOf = ({ scheme, value }: Identifier): string => `${scheme}#${value}`;

const rank = ({ scheme }: Identifier): number => {
  const place = trusted.indexOf(scheme);
  return place < 0 ? trusted.length : place;
};
const byTrust = (named: readonly Identifier[]): readonly Identifier[] =>
  [...named].sort((a, b) => rank(a) - rank(b));

/** The partner's own code says most to whoever adds the cross-reference. */
const codeToAskAbout = (named: readonly Identifier[]): string | undefined =>
  (named.find(({ scheme }) => scheme === 'supplier-item') ?? byTrust(named)[0])?.value;

async function lookUp(
  records: Pick<Records, 'get' | 'findByIdentifier'>,
  partnerId: string,
  identifier: Identifier,
): Promise<string | undefined> {
  const { scheme, value } = identifier;
  const reference = await records.get('cross-reference', crossReferenceId(partnerId, 'item', value));
  if (reference) return reference.body.ours;
  if (scheme === 'buyer-item') return (await records.get('item', value))?.id;
  if (scheme !== 'gtin') return undefined;
  for (const text of new Set([value, value.padStart(14, '0'), value.replace(/^0+/, '').padStart(13, '0')])) {
    const item = await records.findByIdentifier('item', { scheme, value: text });
    if (item) return item.id;
  }
  return undefined;
}

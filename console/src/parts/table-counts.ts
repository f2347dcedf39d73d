/** What a table says of how much it shows: for the footer and for screen readers. Pure. */
export function countText(counts: {
  readonly things: string;
  readonly shown: number;
  readonly loaded: number;
  /** There is more than what is loaded. */
  readonly more: boolean;
  /** Some of what is loaded is filtered out here, not by the API. */
  readonly filtered: boolean;
}): string {
  const { things, shown, loaded, more, filtered } = counts;
  if (loaded === 0) return '';
  if (filtered && shown < loaded) {
    const rest = more ? ' There are more: load them to search on.' : '';
    return `${shown} of the ${loaded} loaded ${things} match.${rest}`;
  }
  if (more) return `The first ${shown} ${things} are shown. There are more.`;
  return shown === 1 ? 'There is only this one.' : `All ${shown} ${things} are shown.`;
}

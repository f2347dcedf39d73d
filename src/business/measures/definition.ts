import type { Dimension } from '#core/canonical/figures.ts';

/** How a figure is made of what is counted. */
export type Statistic =
  /** Numerator ÷ denominator. */
  | 'ratio'
  /** The numerator. */
  | 'count'
  /** The duration that so many of a hundred do not exceed, from buckets. */
  | 'p50'
  | 'p95'
  /** Cut-offs that were met ÷ cut-offs that were. */
  | 'cut-offs'
  /** What waits now, by the day it began to. */
  | 'waiting';

/** One measure, defined once: the API, the console, docs/measures.md and CloudWatch follow from it. */
export interface MeasureDefinition {
  readonly id: string;
  readonly title: string;
  readonly unit: 'ratio' | 'count' | 'seconds';
  readonly better: 'higher' | 'lower';
  readonly statistic: Statistic;
  /** Under which name rules count it; of what waits, under which name it waits by dimension. */
  readonly counted: string | { readonly [D in Dimension]?: string };
  readonly numerator: string;
  readonly denominator?: string;
  /** What is left out, in a sentence. */
  readonly exclusions?: string;
  readonly dimensions: readonly Dimension[];
  /** Where the records behind it are: a page of the console. */
  readonly link: string;
  /** Where those of one value are, where that is not the value's own page. */
  readonly pages?: Pages;
}

type Pages = { readonly [D in Dimension]?: (value: string) => string };

/** What it counts and what it leaves out, in one text. */
export const definitionText = ({ numerator, denominator, exclusions }: MeasureDefinition): string =>
  [
    denominator ? `${numerator} ÷ ${denominator}.` : `${numerator}.`,
    ...(exclusions ? [exclusions] : []),
  ].join(' ');

/** Where the records of one value are. */
export function linkOf({ link, pages }: MeasureDefinition, dimension: Dimension, value: string): string {
  const own = (pages?.[dimension] ?? ownPages[dimension])?.(value);
  return own ?? link;
}

const encoded = encodeURIComponent;
const ownPages: Pages = {
  supplier: (id) => `/suppliers/${encoded(id)}`,
  system: (id) => `/systems/${encoded(id)}`,
  owner: (queue) => `/exceptions?queue=${encoded(queue)}`,
  queue: (name) => `/dead-letters?queue=${encoded(name)}`,
  source: (id) => `/systems/${encoded(id.split(':')[0] ?? id)}`,
  lane: (lane) => `/systems/${encoded(lane.split(' ')[0] ?? lane)}`,
};

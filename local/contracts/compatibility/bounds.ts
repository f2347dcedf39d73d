/** Keywords that say how much at most, and how much at least. */
export const upperBounds = ['maximum', 'maxLength', 'maxItems', 'maxProperties'] as const;
export const lowerBounds = ['minimum', 'minLength', 'minItems', 'minProperties'] as const;
export type Bound = (typeof upperBounds)[number] | (typeof lowerBounds)[number];

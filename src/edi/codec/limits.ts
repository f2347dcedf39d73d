/** How much one interchange may ask for: what is beyond is a fault, never memory. */
export interface EdiLimits {
  /** Bytes in one segment, binary data included. */
  readonly segmentBytes: number;
  /** Delimiters (elements, repetitions and components) in one segment. */
  readonly delimitersPerSegment: number;
  /** Segments in one transaction. */
  readonly segmentsPerTransaction: number;
  /** Faults kept for one transaction, group or interchange; more are counted, not kept. */
  readonly faultsPerLevel: number;
  /** Control references remembered at one level to find duplicates. */
  readonly referencesPerLevel: number;
}

export const defaultLimits: EdiLimits = {
  segmentBytes: 1_048_576,
  delimitersPerSegment: 8_192,
  segmentsPerTransaction: 250_000,
  faultsPerLevel: 1_000,
  referencesPerLevel: 100_000,
};

/** The chain a record stands in, as nodes and edges between them. */
import type { Station } from '#core/canonical/lineage.ts';

export interface Node {
  /** `<record type>/<record id>`, or `posting/<effect id>`. */
  readonly id: string;
  readonly station: Station;
  readonly recordType: string;
  readonly recordId: string;
  /** In words: `PO-2026-0017`, `12 proposals`. */
  readonly title: string;
  readonly state: string;
  /** Where it lives: `crossdock`, a system of record, a partner. */
  readonly system: string;
  readonly at?: string;
  /** Not there yet, though it is due; `at` is until when. */
  readonly awaited: boolean;
}

export interface Edge {
  readonly from: string;
  readonly to: string;
}

export interface Lineage {
  /** The node of the record that was asked about. */
  readonly root: string;
  readonly nodes: readonly Node[];
  readonly edges: readonly Edge[];
  /** More hangs on it than is shown. */
  readonly cut: boolean;
}

/** What the chain needs to know of a posting. */
export interface TracedPosting {
  readonly effectId: string;
  readonly system: string;
  readonly state: string;
  /** The number the system gave to what was posted. */
  readonly number?: string;
  readonly createdAt: string;
}

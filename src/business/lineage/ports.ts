import type { Records, StoredRecord } from '#core/kernel/records.ts';
import type { TracedPosting } from './model.ts';

/** What tracing reads, always by key or by a bounded piece of one list. */
export interface LineagePorts {
  readonly records: Pick<Records, 'get' | 'getMany' | 'list' | 'findByIdentifier' | 'history'>;
  /** Every posting of an order or invoice. */
  readonly postingsOf: (documentId: string) => Promise<readonly TracedPosting[]>;
  /** The id under which something was first sent to a partner. */
  readonly sentAs: (kind: 'purchase-order' | 'order-change', causeId: string) => string;
  /** The documents of the interchanges that a file turned into. */
  readonly documentsOf: (
    file: StoredRecord<'document'>,
  ) => Promise<readonly StoredRecord<'partner-document'>[]>;
}

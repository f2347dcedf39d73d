import type { Interchange } from '#core/canonical/interchange.ts';
import type { ListQuery, Records, StoredRecord } from '#core/kernel/records.ts';

type Document = StoredRecord<'partner-document'>;

/** A bounded look into a list, from a sort text on. */
export type ReadSince = (
  records: Pick<Records, 'list'>,
  type: 'partner-document',
  list: Pick<ListQuery, 'list' | 'scope'>,
  bounds: { readonly after: string; readonly enough: number; readonly mostRead: number },
  isIt: (document: Document) => boolean,
) => Promise<readonly Document[]>;

const MOST_SHOWN = 200;
/** Its documents come right after it; what was read again much later may be missed behind so many others. */
const MOST_READ = 1000;

/**
 * The documents of an interchange, at most 200. What we sent names its documents. What came does not: they are the
 * partner's from the moment of its arrival on.
 */
export async function documentsOfInterchange(
  records: Pick<Records, 'getMany' | 'list'>,
  readSince: ReadSince,
  { id, direction, carries = [], partnerId, at, transactions, isAcknowledgement }: Interchange,
): Promise<readonly Document[]> {
  if (direction === 'out') {
    const sent = new Map((await records.getMany('partner-document', carries)).map((each) => [each.id, each]));
    return carries.flatMap((carried) => sent.get(carried) ?? []);
  }
  if (partnerId === undefined || isAcknowledgement) return [];
  const bounds = { after: at, enough: Math.min(transactions, MOST_SHOWN), mostRead: MOST_READ };
  const list = { list: 'partner-documents', scope: partnerId } as const;
  return readSince(records, 'partner-document', list, bounds, ({ body }) => body.edi?.interchangeId === id);
}

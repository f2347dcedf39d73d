import type { Interchange } from '#core/canonical/interchange.ts';
import type { RecordType } from '#core/canonical/record-schemas.ts';
import type { ListQuery, Records, StoredRecord } from '#core/kernel/records.ts';

type Document = StoredRecord<'partner-document'>;

/** A bounded look into a list, from a sort text on. */
export type ReadSince = <T extends RecordType>(
  records: Pick<Records, 'list'>,
  type: T,
  list: Pick<ListQuery, 'list' | 'scope'>,
  bounds: { readonly after: string; readonly enough: number; readonly mostRead: number },
  isIt: (record: StoredRecord<T>) => boolean,
) => Promise<readonly StoredRecord<T>[]>;

const MOST_SHOWN = 200;
/** What belongs to it comes right after it; what was read again much later may be missed behind so many others. */
const MOST_READ = 1000;
const MOST_INTERCHANGES = 10;

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

/** The documents of the interchanges that a partner's file turned into, of the first ten of them. */
export const documentsOfFile =
  (records: Pick<Records, 'getMany' | 'list'>, readSince: ReadSince) =>
  async ({
    id,
    body: { receivedFrom, receivedAt },
  }: StoredRecord<'document'>): Promise<readonly Document[]> => {
    const scope = partnerNamedBy(receivedFrom);
    if (scope === undefined) return [];
    const bounds = { after: receivedAt, enough: MOST_INTERCHANGES, mostRead: MOST_READ };
    const list = { list: 'interchanges-by-partner', scope } as const;
    const isIt = ({ body }: StoredRecord<'interchange'>) => body.documentId === id && body.direction === 'in';
    const interchanges = await readSince(records, 'interchange', list, bounds, isIt);
    const found = await Promise.all(
      interchanges.map(({ body }) => documentsOfInterchange(records, readSince, body)),
    );
    return found.flat();
  };

/** Who dropped a file, as intake notes it. */
const partnerNamedBy = (receivedFrom: string): string | undefined =>
  /^partner (\S+)$/.exec(receivedFrom)?.[1];

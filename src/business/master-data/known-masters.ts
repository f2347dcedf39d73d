import type { Records, StoredRecord } from '#core/kernel/records.ts';

/** The records that one refers to, by id. */
export interface References {
  readonly itemId?: string;
  readonly supplierId?: string;
  readonly locationId?: string;
}

type Master = 'item' | 'supplier' | 'location';

/** What is known of items, suppliers and locations during one synchronisation. */
export interface KnownMasters {
  /** Read what is referred to and was not read before; the others answer only about what was loaded. */
  load(references: readonly References[]): Promise<void>;
  item(id: string): StoredRecord<'item'> | undefined;
  supplier(id: string): StoredRecord<'supplier'> | undefined;
  location(id: string): StoredRecord<'location'> | undefined;
}

export function knownMasters(records: Pick<Records, 'getMany'>): KnownMasters {
  const item = reader(records, 'item');
  const supplier = reader(records, 'supplier');
  const location = reader(records, 'location');
  return {
    load: async (references) => {
      await item.load(references.map(({ itemId }) => itemId));
      await supplier.load(references.map(({ supplierId }) => supplierId));
      await location.load(references.map(({ locationId }) => locationId));
    },
    item: item.get,
    supplier: supplier.get,
    location: location.get,
  };
}

function reader<T extends Master>(records: Pick<Records, 'getMany'>, type: T) {
  const read = new Map<string, StoredRecord<T> | undefined>();
  return {
    load: async (ids: readonly (string | undefined)[]): Promise<void> => {
      const asked = new Set(ids.filter((id) => id !== undefined && !read.has(id)).map(String));
      if (asked.size === 0) return;
      for (const id of asked) read.set(id, undefined);
      for (const record of await records.getMany(type, [...asked])) read.set(record.id, record);
    },
    get: (id: string): StoredRecord<T> | undefined => read.get(id),
  };
}

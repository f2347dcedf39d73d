import type { EventsOfRecord } from '#platform/read-model/ports.ts';
import type { MemoryRecords } from './memory-records.ts';

/** The events of records in memory, by their sequence. */
export const memoryEventsOfRecord = (records: Pick<MemoryRecords, 'published'>): EventsOfRecord => ({
  between: async (type, id, from, to) =>
    records
      .published()
      .filter((event) => event.id.startsWith(`${type}/`) && event.subject === id)
      .filter(({ sequence }) => Number(sequence) >= from && Number(sequence) <= to),
});

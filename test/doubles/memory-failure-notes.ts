import type { FailureNote, FailureNotes } from '#platform/dead-letters/ports.ts';

export interface MemoryFailureNotes extends FailureNotes {
  note(messageId: string, note: FailureNote): void;
}

export function memoryFailureNotes(): MemoryFailureNotes {
  const notes = new Map<string, FailureNote>();
  return {
    note: (messageId, note) => void notes.set(messageId, note),
    of: async (ids) =>
      new Map(
        ids.flatMap((id): [string, FailureNote][] => {
          const note = notes.get(id);
          return note ? [[id, note]] : [];
        }),
      ),
  };
}

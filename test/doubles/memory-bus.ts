import type { EventEnvelope } from '#events/envelope.ts';
import type { EventBus } from '#platform/journal/ports.ts';

export interface MemoryBus extends EventBus {
  /** What it took, in order. */
  taken(): readonly EventEnvelope[];
  /** Refuse, from now on, what this says; `() => false` takes everything again. */
  refuse(refused: (envelope: EventEnvelope, call: number) => boolean): void;
}

export function memoryBus(): MemoryBus {
  const taken: EventEnvelope[] = [];
  let refused: (envelope: EventEnvelope, call: number) => boolean = () => false;
  let calls = 0;
  return {
    publish: async (envelopes) => {
      calls += 1;
      return envelopes.map((envelope) => {
        if (refused(envelope, calls)) return { accepted: false, reason: 'ThrottlingException' };
        taken.push(structuredClone(envelope));
        return { accepted: true };
      });
    },
    taken: () => [...taken],
    refuse: (rule) => {
      refused = rule;
    },
  };
}

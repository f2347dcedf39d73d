import { deadLetterId, type RedriveSelection } from '#core/canonical/dead-letter.ts';
import { sha256 } from '#core/kernel/identifiers.ts';
import { unwrap } from '#core/kernel/result.ts';
import { indexDeadLetters } from '#platform/dead-letters/index-dead-letters.ts';
import type { SourceQueue } from '#platform/dead-letters/ports.ts';
import { runRedrive } from '#platform/dead-letters/run-redrive.ts';
import { startRedrive } from '#platform/dead-letters/start-redrive.ts';
import { fixedClock } from '#test/doubles/fixed-clock.ts';
import { memoryFailureNotes } from '#test/doubles/memory-failure-notes.ts';
import { memoryObjects } from '#test/doubles/memory-objects.ts';
import { type MemoryQueuesOptions, memoryQueues } from '#test/doubles/memory-queues.ts';
import { memoryRecords } from '#test/doubles/memory-records.ts';

export const acknowledgements: SourceQueue = {
  name: 'acknowledgements',
  consumer: 'apply-acknowledgement',
  fifo: false,
};
export const postings: SourceQueue = { name: 'postings-tryton', consumer: 'post-document', fifo: true };
export const relayFailures: SourceQueue = { name: 'relay-failures', fifo: false };

export const ops = { kind: 'person', id: 'ops@example.com' } as const;

/** Dead letters on doubles, with a clock that pauses move. */
export function deadLetterRoom(options: Partial<MemoryQueuesOptions> = {}) {
  const clock = fixedClock();
  const queues = memoryQueues({ queues: [acknowledgements, postings, relayFailures], clock, ...options });
  const [records, objects, notes] = [memoryRecords({ clock }), memoryObjects(), memoryFailureNotes()];
  const pause = async (milliseconds: number) => void clock.advance(milliseconds);
  const ports = { queues, records, objects, notes, clock, pause };
  const never = (): boolean => false;
  let wishes = 0;
  return {
    ...ports,
    ports,
    index: () => indexDeadLetters(ports, never),
    letter: async (queue: string, body: string, group?: string) => {
      const stored = await records.get('dead-letter', deadLetterId(queue, group, sha256(body)));
      if (!stored) throw new Error(`no record of ${body}`);
      return stored;
    },
    start: async (
      queue: string,
      selection: RedriveSelection = { kind: 'all' },
      { perSecond = 100 }: { readonly perSecond?: number } = {},
    ) => {
      wishes += 1;
      const wish = { redriveId: `rd-${wishes}`, queue, selection, perSecond, reason: 'repaired', actor: ops };
      return startRedrive(ports, { ...wish, correlationId: 'cor-of-the-wish' });
    },
    run: (redriveId: string, isOver: () => boolean = never) => runRedrive(ports, redriveId, isOver),
    async redrive(queue: string, selection: RedriveSelection = { kind: 'all' }) {
      const { id } = unwrap(await this.start(queue, selection));
      await runRedrive(ports, id, never);
      const stored = await records.get('redrive', id);
      if (!stored) throw new Error('the redrive is not there');
      return stored.body;
    },
  };
}

/** What the bus puts into a queue. */
export const busMessage = (sequence: number, recordId = 'pd-1'): string =>
  JSON.stringify({
    source: 'crossdock',
    'detail-type': 'crossdock.partner-document-received.v1',
    detail: {
      specversion: '1.0',
      id: `partner-document/${recordId}/${sequence}`,
      source: 'crossdock',
      type: 'crossdock.partner-document-received.v1',
      subject: recordId,
      time: '2026-11-23T07:00:00.000Z',
      datacontenttype: 'application/json',
      sequence: String(sequence),
      correlationid: 'cor-of-the-document',
      data: { partnerDocumentId: recordId },
    },
  });

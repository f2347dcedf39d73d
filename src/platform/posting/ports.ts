/** What posting needs from outside besides records and clock. */
import type { Instant } from '#core/kernel/dates.ts';
import type { Result } from '#core/kernel/result.ts';
import type { Posting } from './model.ts';
import type { SystemLoad } from './rules/system-load.ts';
import type { SystemOfRecord } from './system-of-record.ts';

/** Postings by effect id; every write is conditional. Reads by id are strongly consistent. */
export interface PostingStore {
  get(effectId: string): Promise<Posting | undefined>;
  /** False when the effect has a posting already; nothing is written then. */
  create(posting: Posting): Promise<boolean>;
  /**
   * Write a posting that was read, or written, at `posting.fence`; the stored one has the next fence and is
   * answered. `posting-claimed-elsewhere` when someone wrote in between.
   */
  save(posting: Posting): Promise<Result<Posting>>;
  /** Postings whose due date has come, the longest due first and among equals the oldest. May lag by moments. */
  due(now: Instant, limit: number): Promise<readonly Posting[]>;
  /** Every posting of a document. May lag by moments. */
  byDocument(documentId: string): Promise<readonly Posting[]>;
}

/** How busy and how well each system is, shared by all attempts; kept beside the postings. */
export interface SystemLoads {
  get(system: string): Promise<SystemLoad>;
  /** As `PostingStore.save`: false when someone wrote in between. */
  save(load: SystemLoad): Promise<boolean>;
}

/** Wakes a posting by a message: at least once, in order for one lane. */
export interface PostingWakes {
  wake(
    posting: Pick<Posting, 'effectId' | 'documentId' | 'laneId' | 'system' | 'fence' | 'correlationId'>,
  ): Promise<void>;
}

/** Wait so many milliseconds. */
export type Pause = (milliseconds: number) => Promise<void>;

/** A system with its adapter and how many calls a second it may be asked. */
export interface ConnectedSystem {
  readonly adapter: SystemOfRecord;
  readonly callsPerSecond: number;
}

/** The adapter for a system's id; a problem when it is not set up or its credential is not to be had. */
export type ConnectSystem = (system: string) => Promise<Result<ConnectedSystem>>;

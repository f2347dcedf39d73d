import {
  IdempotencyItemAlreadyExistsError,
  IdempotencyItemNotFoundError,
} from '@aws-lambda-powertools/idempotency';
import { BasePersistenceLayer } from '@aws-lambda-powertools/idempotency/persistence';

type IdempotencyRecord = Parameters<BasePersistenceLayer['processExistingRecord']>[0];

/** Remembered answers in memory, under the conditions of the table: the first one in wins. */
export class MemoryAnswers extends BasePersistenceLayer {
  readonly stored = new Map<string, IdempotencyRecord>();
  /** Set to make every call fail, as a table that does not answer. */
  broken = false;

  protected override async _putRecord(record: IdempotencyRecord): Promise<void> {
    this.check();
    const existing = this.stored.get(record.idempotencyKey);
    const crashed =
      existing?.getStatus() === 'INPROGRESS' && (existing.inProgressExpiryTimestamp ?? Infinity) < Date.now();
    if (existing && !crashed) {
      throw new IdempotencyItemAlreadyExistsError(`${record.idempotencyKey} exists`, existing);
    }
    this.stored.set(record.idempotencyKey, record);
  }

  protected override async _updateRecord(record: IdempotencyRecord): Promise<void> {
    this.check();
    this.stored.set(record.idempotencyKey, record);
  }

  protected override async _deleteRecord(record: IdempotencyRecord): Promise<void> {
    this.check();
    this.stored.delete(record.idempotencyKey);
  }

  protected override async _getRecord(key: string): Promise<IdempotencyRecord> {
    this.check();
    const found = this.stored.get(key);
    if (!found) throw new IdempotencyItemNotFoundError();
    return found;
  }

  private check(): void {
    if (this.broken) throw new Error('the table does not answer');
  }
}

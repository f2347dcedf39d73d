import type { EdiFault } from './fault.ts';
import type { Group, Interchange, InterchangeEvent, ReadResult, Transaction } from './interchange.ts';

/** Puts events back together: groups with their transactions, interchanges with their groups. */
export class InterchangeAssembler {
  readonly #interchanges: Interchange[] = [];
  readonly #faults: EdiFault[] = [];
  #groups: Group[] = [];
  #transactions: Transaction[] = [];

  take(event: InterchangeEvent): void {
    if (event.kind === 'transaction') this.#transactions.push(event.transaction);
    else if (event.kind === 'outside') this.#faults.push(event.fault);
    else if (event.kind === 'group-opened') this.#closeImplicitGroup();
    else if (event.kind === 'group-closed') {
      this.#groups.push({ ...event.group, transactions: this.#transactions });
      this.#transactions = [];
    } else if (event.kind === 'interchange-closed') {
      this.#closeImplicitGroup();
      this.#interchanges.push({ ...event.interchange, groups: this.#groups });
      this.#groups = [];
    }
  }

  get result(): ReadResult {
    return { interchanges: this.#interchanges, faults: this.#faults };
  }

  #closeImplicitGroup(): void {
    if (this.#transactions.length === 0) return;
    const [first] = this.#transactions;
    this.#groups.push({
      header: undefined,
      trailer: undefined,
      type: first?.type ?? '',
      version: first?.version ?? '',
      reference: '',
      declaredCount: '',
      transactions: this.#transactions,
      faults: [],
      outcome: 'accepted',
    });
    this.#transactions = [];
  }
}

/** One mock-edi that sells to as many customers as there are tests: each with its own id, standard and behaviour. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { PartnerAgreement } from '#core/canonical/partner-agreement.ts';
import { type TradingRoom, tradingRoom } from '#test/builders/trading-room.ts';
import { anAgreement, edifact, them, us, x12 } from '#test/edi/exchange/an-exchange.ts';
import { type SellersItem, writeSellersDatabase } from './a-sellers-database.ts';
import { MockEdi } from './mock-edi.ts';

export type Standard = 'x12' | 'edifact';

/** What this seller does otherwise than the standards, and a buyer lives with. */
const tolerated = ['segment-unexpected', 'element-condition'] as const;

/** By EDIFACT it looks for the first number of a line, which is ours, and makes it its own; by X12 for its own. */
const numbers: Readonly<Record<Standard, readonly [string, string]>> = {
  x12: ['77-01', '77-02'],
  edifact: ['I1', 'I2'],
};
const catalog: readonly SellersItem[] = Object.values(numbers).flatMap(([first, second]) => [
  { sku: first, gtin: '', price: '0.125', inStock: 9000 },
  { sku: second, gtin: '', price: '0.5', inStock: 9000 },
]);

/** Five in a hundred fewer is no difference; a price may be two in a hundred away. */
const tolerances: PartnerAgreement['tolerances'] = {
  quantityOverPercent: '0',
  quantityUnderPercent: '5',
  pricePercent: '2',
  priceAmount: '1',
  daysEarly: 2,
  daysLate: 2,
  invoicePercent: '1',
  invoiceAmount: '5',
};

export class Seller {
  readonly #judge: MockEdi;
  readonly #folder: string;
  #customers = 0;

  private constructor(judge: MockEdi, folder: string) {
    this.#judge = judge;
    this.#folder = folder;
  }

  /** Its clock stands at the Monday on which ours does, until it is moved on. */
  static async start(options: readonly string[] = []): Promise<Seller> {
    const folder = mkdtempSync(join(tmpdir(), 'crossdock-seller-'));
    const database = join(folder, 'seller.db');
    writeSellersDatabase(database, { ...us, standard: 'x12' }, catalog);
    const address = ['--as2-id', them.id, '--qualifier', them.qualifier];
    const start = ['--start-at', '2026-11-23T08:00:00Z'];
    return new Seller(await MockEdi.start(['--db', database, ...address, ...start, ...options]), folder);
  }

  stop(): void {
    this.#judge.stop();
    rmSync(this.#folder, { recursive: true });
  }

  /** A distributor that it knows under an id of its own, and that it treats in this way. */
  async customer(standard: Standard, behaviour: string, role = 'customer'): Promise<Customer> {
    this.#customers += 1;
    const id = `40123450${String(this.#customers).padStart(5, '9')}`;
    const [dialect, version] = standard === 'x12' ? ['X12', '004010'] : ['EDIFACT', 'D:96A:UN'];
    const row = {
      id,
      name: 'The buyer',
      qualifier: us.qualifier,
      dialect,
      version,
      behaviour,
      role,
      test: 0,
    };
    const response = await this.ask('/_mock/partners', row);
    if (!response.ok) throw new Error(await response.text());
    const terms = { us: { ...us, id }, tolerated: [...tolerated] };
    const edi = standard === 'x12' ? x12(terms) : edifact(terms);
    const { documents } = anAgreement();
    const receive: PartnerAgreement['documents']['receive'] =
      role === 'customer' ? documents.receive : ['customer-order'];
    const room = await tradingRoom(anAgreement({ edi, tolerances, documents: { ...documents, receive } }));
    const [first, second] = numbers[standard];
    await room.knows(first, 'I1');
    await room.knows(second, 'I2');
    return { id, room, carried: 0 };
  }

  /** Carry everything that lies in either mailbox, to and fro, until both are empty. */
  async trade(customer: Customer): Promise<void> {
    const { room } = customer;
    const waiting = room.mailbox().slice(customer.carried);
    customer.carried += waiting.length;
    for (const { text } of waiting) await this.hand(Buffer.from(text, 'latin1'));
    const answers = await this.#collect(customer);
    for (const answer of answers) await room.arrive(answer);
    if (answers.length + waiting.length > 0) await this.trade(customer);
  }

  /** Let it have a file, from our mailbox or not. */
  async hand(file: Uint8Array): Promise<void> {
    const response = await fetch(`${this.#judge.url}/edi`, { method: 'POST', body: Buffer.from(file) });
    if (!response.ok) throw new Error(await response.text());
  }

  /** Time passes for it: what it promised for later is done. */
  async wait(seconds: number): Promise<void> {
    await this.ask(`/_mock/advance?seconds=${seconds}`, {});
  }

  async ask(path: string, body: object): Promise<Response> {
    return fetch(`${this.#judge.url}${path}`, { method: 'POST', body: JSON.stringify(body) });
  }

  /** What it has for this customer alone: another one may have left things behind. */
  async #collect({ id }: Customer): Promise<readonly string[]> {
    const mailbox = await fetch(`${this.#judge.url}/_mock/mailbox?raw&partner=${id}`);
    return (await mailbox.text()).split(/\n(?=ISA|UNA)/).filter((text) => text.trim() !== '');
  }
}

export interface Customer {
  readonly id: string;
  readonly room: TradingRoom;
  /** How many of the files in its outgoing mailbox were carried to the seller. */
  carried: number;
}

import type { Interchange, PartnerDocument } from '#core/canonical/interchange.ts';
import { sha256 } from '#core/kernel/identifiers.ts';
import { parseInterchanges } from '#edi/parse-interchanges.ts';
import type { ExchangeWorld } from './exchange-world.ts';

/** What does not hold of interchanges and documents after a run; empty when all is well. */
export async function brokenExchangePromises(world: ExchangeWorld): Promise<readonly string[]> {
  const broken: string[] = [];
  const expect = (holds: boolean, fault: string): void => {
    if (!holds) broken.push(fault);
  };
  const interchanges = await world.room.interchanges();
  const documents = await world.room.documents();
  received(world, interchanges, documents, expect);
  answered(world, interchanges, expect);
  sent(world, interchanges, documents, expect);
  return broken;
}

type Expect = (holds: boolean, fault: string) => void;

/** [9] Every transaction of the partner is one document, received or rejected, told once. */
function received(
  { room, transactions }: ExchangeWorld,
  interchanges: readonly Interchange[],
  documents: readonly PartnerDocument[],
  expect: Expect,
): void {
  const inward = documents.filter(({ direction }) => direction === 'in');
  const good = transactions.filter(({ bad }) => !bad);
  const states = Map.groupBy(inward, ({ state }) => state);
  expect(
    inward.length === transactions.length,
    `${inward.length} documents of ${transactions.length} transactions`,
  );
  expect(
    (states.get('received') ?? []).length === good.length,
    `${states.get('received')?.length} received of ${good.length}`,
  );
  for (const { orderNumber, bad } of transactions) {
    const own = inward.filter((one) => one.orderNumber === orderNumber);
    expect(own.length === (bad ? 0 : 1), `${orderNumber} is ${own.length} documents`);
  }
  for (const { id, state, canonicalKey } of inward) {
    const told = room.records.published().filter(({ subject }) => subject === id);
    expect(told.length === 1, `document ${id} was told ${told.length} times`);
    const isKept = canonicalKey !== undefined && room.objects.keys('documents', canonicalKey).length === 1;
    expect(
      isKept === (state === 'received'),
      `document ${id} is ${state} and its object is ${isKept ? '' : 'not '}kept`,
    );
  }
  for (const one of interchanges.filter(({ direction }) => direction === 'in')) {
    expect(
      one.state === 'split' || one.state === 'duplicate',
      `interchange ${one.controlNumber} is still ${one.state}`,
    );
    if (one.state !== 'split' || one.isAcknowledgement) continue;
    const own = inward.filter(({ edi }) => edi?.interchangeId === one.id);
    const rejected = own.filter(({ state }) => state === 'rejected').length;
    expect(
      own.length === one.transactions && rejected === one.rejected,
      `interchange ${one.controlNumber} counts wrongly`,
    );
  }
}

/** [10] Every transaction is named exactly once in an acknowledgement, the bad ones as rejected. */
function answered({ room }: ExchangeWorld, interchanges: readonly Interchange[], expect: Expect): void {
  const named = new Map<string, string[]>();
  for (const { text } of room.mailbox()) {
    for (const { group, transaction, code } of acknowledgedIn(text)) {
      const key = `${group} ${transaction}`;
      named.set(key, [...(named.get(key) ?? []), code]);
    }
  }
  const split = interchanges.filter(
    ({ direction, state, isAcknowledgement }) =>
      direction === 'in' && state === 'split' && !isAcknowledgement,
  );
  const all = split.reduce((sum, { transactions }) => sum + transactions, 0);
  const rejected = split.reduce((sum, one) => sum + one.rejected, 0);
  const codes = [...named.values()];
  expect(
    codes.every(({ length }) => length === 1),
    'a transaction is acknowledged twice',
  );
  expect(codes.length === all, `${codes.length} acknowledged of ${all}`);
  expect(
    codes.filter(([code]) => code === 'R').length === rejected,
    'others are rejected than are told to be',
  );
}

function acknowledgedIn(text: string) {
  const [interchange] = parseInterchanges(Buffer.from(text))?.interchanges ?? [];
  return (interchange?.groups ?? [])
    .flatMap(({ transactions }) => transactions)
    .flatMap(({ segments }) => {
      const group = segments.find(({ id }) => id === 'AK1')?.text(2) ?? '';
      return segments.flatMap((segment, i) =>
        segment.id === 'AK2'
          ? [
              {
                group,
                transaction: segment.text(2),
                code:
                  segments
                    .slice(i)
                    .find(({ id }) => id === 'AK5')
                    ?.text(1) ?? '',
              },
            ]
          : [],
      );
    });
}

/** [S4] [S12] [S15] No control number is used for two contents; every order and change went out once, and is as its 997 says. */
function sent(
  { room, orders, changed, rejects }: ExchangeWorld,
  interchanges: readonly Interchange[],
  documents: readonly PartnerDocument[],
  expect: Expect,
): void {
  const outward = interchanges.filter(({ direction }) => direction === 'out');
  const numbers = outward.map(({ controlNumber }) => Number(controlNumber)).sort((a, b) => a - b);
  expect(
    numbers.every((number, i) => number === i + 1),
    `control numbers ${numbers.join(' ')}`,
  );
  const files = new Map(room.mailbox().map(({ name, text }) => [name, text]));
  expect(files.size === outward.length, `${files.size} files of ${outward.length} interchanges`);
  for (const { fileName, sha256: hash, state, controlNumber = '', isAcknowledgement } of outward) {
    expect(sha256(files.get(fileName) ?? '') === hash, `${fileName} is not what was committed`);
    const wanted = isAcknowledgement ? 'sent' : rejects(controlNumber) ? 'rejected' : 'accepted';
    expect(state === wanted, `our interchange ${controlNumber} is ${state}`);
  }
  const wanted = [
    ...orders.map((order) => ({ order, kind: 'purchase-order' })),
    ...changed.map((order) => ({ order, kind: 'order-change' })),
  ];
  for (const { order, kind } of wanted) {
    const own = documents.filter((one) => one.purchaseOrderId === order && one.kind === kind);
    expect(own.length === 1, `the ${kind} of ${order} went out ${own.length} times`);
    const number = outward.find(({ id }) => id === own[0]?.edi?.interchangeId)?.controlNumber ?? '';
    expect(
      own[0]?.state === (rejects(number) ? 'refused' : 'delivered'),
      `the ${kind} of ${order} is ${own[0]?.state}`,
    );
  }
}

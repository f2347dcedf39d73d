import type { Posting } from '#platform/posting/model.ts';
import { quantityAfter } from './posting-wishes.ts';
import type { PostingWorld } from './posting-world.ts';

/** What does not hold in a world that came to rest; empty when all is well. */
export async function brokenPromises(world: PostingWorld): Promise<readonly string[]> {
  const broken: string[] = [];
  if (!world.cameToRest) broken.push('it never came to rest');
  if (world.deadLetters.length > 0) broken.push('a message became a dead letter though nothing was poison');
  for (const { id } of askedFor(world)) {
    if (world.postings.all().every(({ documentId }) => documentId !== id)) {
      broken.push(`${id}: a request was lost`);
    }
  }
  for (const posting of world.postings.all()) {
    const faults = await faultsOf(world, posting);
    broken.push(...faults.map((fault) => `${posting.documentId}: ${fault}`));
  }
  return [...broken, ...amendedOtherwise(world)];
}

/** Every order, and of those that are in the system what was asked for after that. */
const askedFor = ({ story, records }: PostingWorld): readonly { readonly id: string }[] =>
  story.orders.flatMap(({ changes, invoices, ...own }) => {
    const isThere = records.published().some(({ type, subject }) => type === created && subject === own.id);
    return isThere ? [own, ...changes, ...invoices] : [own];
  });

const created = 'crossdock.purchase-order-created.v1';

/** How a record of each operation tells what became of it. */
interface Told {
  readonly state: 'posted' | 'refused' | 'open';
  readonly number: string | undefined;
  /** Events that told of an outcome: of success, and of refusal. */
  readonly successes: number;
  readonly refusals: number;
  readonly requests: number;
}

async function toldOf(world: PostingWorld, posting: Posting): Promise<Told> {
  const { operation, documentId } = posting;
  const events = world.records.published().filter(({ subject }) => subject === documentId);
  const count = (name: string, says: (data: unknown) => boolean = () => true): number =>
    events.filter(({ type, data }) => type === `crossdock.${name}.v1` && says(data)).length;
  const saying = (field: string, value: string) => (data: unknown) =>
    typeof data === 'object' && data !== null && Reflect.get(data, field) === value;
  switch (operation) {
    case 'create-purchase-order': {
      const body = (await world.records.get('purchase-order', documentId))?.body;
      const state = body?.state === 'confirmed' ? 'posted' : body?.state === 'refused' ? 'refused' : 'open';
      return {
        ...{ state, number: body?.number, successes: count('purchase-order-created') },
        ...{ refusals: count('purchase-order-refused'), requests: count('purchase-order-requested') },
      };
    }
    case 'amend-purchase-order': {
      const body = (await world.records.get('order-change', documentId))?.body;
      const state = body?.posting === 'posted' || body?.posting === 'refused' ? body.posting : 'open';
      return {
        ...{ state, number: undefined, requests: count('order-change-requested') },
        successes: count('order-change-settled', saying('posting', 'posted')),
        refusals: count('order-change-settled', saying('posting', 'refused')),
      };
    }
    case 'post-supplier-invoice': {
      const body = (await world.records.get('invoice', documentId))?.body;
      const state = body?.state === 'posted' || body?.state === 'refused' ? body.state : 'open';
      return {
        ...{ state, number: body?.systemNumber, requests: count('invoice-matched') },
        successes: count('invoice-settled', saying('state', 'posted')),
        refusals: count('invoice-settled', saying('state', 'refused')),
      };
    }
  }
}

async function faultsOf(world: PostingWorld, posting: Posting): Promise<readonly string[]> {
  const { reference, state, operation } = posting;
  const { system } = world;
  const all = {
    'create-purchase-order': system.orders(),
    'amend-purchase-order': system.amended(),
    'post-supplier-invoice': system.invoices(),
  }[operation];
  const own = all.filter((document) => document.reference === reference);
  const confirmed = own.filter((document) => document.state === 'confirmed');
  const drafts = own.filter((document) => document.state === 'draft');
  const told = await toldOf(world, posting);
  const faults: string[] = [];
  const expect = (holds: boolean, fault: string): void => {
    if (!holds) faults.push(fault);
  };

  expect(confirmed.length <= 1, `${confirmed.length} confirmed documents`);
  // What comes later than everyone promised may leave a draft, which has no effect; and who cannot ask a system
  // cannot find one there.
  const { zombies, brokenWord, create, hasDrafts } = world.story;
  const mayLeaveDrafts = zombies || brokenWord || create === 'none';
  expect(drafts.length === 0 || mayLeaveDrafts, `${drafts.length} drafts left behind`);
  expect(told.successes + told.refusals <= told.requests, 'more outcomes were told than were asked for');
  if (state.name === 'needs-person') {
    expect(!hasDrafts || create === 'none', 'a person is asked where proof is possible');
    expect(confirmed.length === 0 || zombies || create === 'none', 'a person is asked though it is seen');
    return faults;
  }
  if (state.name === 'parked') {
    expect(state.because.code === 'posting-waits', `still parked because of ${state.because.code}`);
    expect(own.length === 0, 'it waits for another, and something of it is there');
    return faults;
  }
  if (state.name === 'settled') {
    expect(confirmed.length === 1, 'settled without a document');
    expect(confirmed[0]?.number === state.number, 'settled with the number of another');
    expect(told.state === 'posted', `settled, but our record says ${told.state}`);
    expect(told.number === undefined || told.number === state.number, 'our record has another number');
    expect(told.successes === 1, `${told.successes} events of one success`);
  } else {
    expect(state.name === 'refused', `still ${state.name}`);
    expect(confirmed.length === 0, 'refused, but the document exists');
    expect(told.state === 'refused', `refused, but our record says ${told.state}`);
    expect(told.successes === 0, 'refused, but a success was told');
  }
  return faults;
}

/** An order is for what the newest change that is in it says, whatever became of the others. */
function amendedOtherwise({ story, postings, system }: PostingWorld): readonly string[] {
  return story.orders.flatMap((order) => {
    const inSystem = system
      .orders()
      .find(({ document, state }) => document.id === order.id && state === 'confirmed');
    if (!inSystem) return [];
    const lanes = postings.all().filter(({ laneId }) => laneId === order.id);
    // Nobody can say whether what a person must look up is in it.
    if (lanes.some(({ state }) => state.name === 'needs-person')) return [];
    const settled = order.changes.findLastIndex(({ id }) =>
      lanes.some(({ documentId, state }) => documentId === id && state.name === 'settled'),
    );
    const expected = settled < 0 ? '480' : quantityAfter(settled + 1);
    const actual = inSystem.document.lines[0]?.quantity.value;
    return actual === expected ? [] : [`${order.id}: it is for ${actual}, and ${expected} was asked last`];
  });
}

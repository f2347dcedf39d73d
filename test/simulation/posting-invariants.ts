import type { Posting } from '#platform/posting/model.ts';
import type { PostingWorld } from './posting-world.ts';

const created = 'crossdock.purchase-order-created.v1';

/** What does not hold in a world that came to rest; empty when all is well. */
export async function brokenPromises(world: PostingWorld): Promise<readonly string[]> {
  const broken: string[] = [];
  if (!world.cameToRest) broken.push('it never came to rest');
  if (world.deadLetters.length > 0) broken.push('a message became a dead letter though nothing was poison');
  if (world.postings.all().length !== world.story.orders.length) broken.push('a request was lost');
  for (const posting of world.postings.all()) {
    const faults = await faultsOf(world, posting);
    broken.push(...faults.map((fault) => `${posting.documentId}: ${fault}`));
  }
  return broken;
}

async function faultsOf(world: PostingWorld, posting: Posting): Promise<readonly string[]> {
  const { reference, documentId, state } = posting;
  const orders = world.system.orders().filter((order) => order.reference === reference);
  const confirmed = orders.filter((order) => order.state === 'confirmed');
  const drafts = orders.filter((order) => order.state === 'draft');
  const stored = await world.records.get('purchase-order', documentId);
  const events = world.records.published().filter(({ subject }) => subject === documentId);
  const faults: string[] = [];
  const expect = (holds: boolean, fault: string): void => {
    if (!holds) faults.push(fault);
  };

  expect(confirmed.length <= 1, `${confirmed.length} confirmed orders`);
  // What outlives the longest life of a function may leave a draft, which has no effect; and who cannot ask a system
  // cannot find one there.
  const mayLeaveDrafts = world.story.zombies || world.story.create === 'none';
  expect(drafts.length === 0 || mayLeaveDrafts, `${drafts.length} drafts left behind`);
  if (state.name === 'needs-person') {
    expect(
      !world.story.hasDrafts || world.story.create === 'none',
      'a person is asked where proof is possible',
    );
    return faults;
  }
  const createdEvents = events.filter(({ type }) => type === created).length;
  if (state.name === 'settled') {
    expect(confirmed.length === 1, 'settled without an order');
    expect(confirmed[0]?.number === state.number, 'settled with the number of another order');
    expect(stored?.body.state === 'confirmed', `settled, but our order is ${stored?.body.state}`);
    expect(stored?.body.number === state.number, 'our order has another number');
    expect(createdEvents === 1, `${createdEvents} events of one creation`);
  } else {
    expect(state.name === 'refused', `still ${state.name}`);
    expect(confirmed.length === 0, 'refused, but the order exists');
    expect(stored?.body.state === 'refused', `refused, but our order is ${stored?.body.state}`);
    expect(createdEvents === 0, 'refused, but a creation was told');
  }
  return faults;
}

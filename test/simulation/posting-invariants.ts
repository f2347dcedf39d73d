import type { Posting } from '#platform/posting/model.ts';
import type { PostingWorld } from './posting-world.ts';

const requested = 'crossdock.purchase-order-requested.v1';
const refused = 'crossdock.purchase-order-refused.v1';
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
  // What comes later than everyone promised may leave a draft, which has no effect; and who cannot ask a system
  // cannot find one there.
  const { zombies, brokenWord, create, hasDrafts } = world.story;
  const mayLeaveDrafts = zombies || brokenWord || create === 'none';
  expect(drafts.length === 0 || mayLeaveDrafts, `${drafts.length} drafts left behind`);
  const [requests = 0, creations = 0, refusals = 0] = [requested, created, refused].map(
    (name) => events.filter(({ type }) => type === name).length,
  );
  expect(creations + refusals <= requests, 'more outcomes were told than were asked for');
  if (state.name === 'needs-person') {
    expect(!hasDrafts || create === 'none', 'a person is asked where proof is possible');
    expect(
      confirmed.length === 0 || zombies || create === 'none',
      'a person is asked though the order is seen',
    );
    return faults;
  }
  if (state.name === 'settled') {
    expect(confirmed.length === 1, 'settled without an order');
    expect(confirmed[0]?.number === state.number, 'settled with the number of another order');
    expect(stored?.body.state === 'confirmed', `settled, but our order is ${stored?.body.state}`);
    expect(stored?.body.number === state.number, 'our order has another number');
    expect(creations === 1, `${creations} events of one creation`);
  } else {
    expect(state.name === 'refused', `still ${state.name}`);
    expect(confirmed.length === 0, 'refused, but the order exists');
    expect(stored?.body.state === 'refused', `refused, but our order is ${stored?.body.state}`);
    expect(creations === 0, 'refused, but a creation was told');
  }
  return faults;
}

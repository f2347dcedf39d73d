import type { ApprovalWorld } from './approval-world.ts';
import { brokenSequences } from './release-invariants.ts';

/** What does not hold of proposals, groups and orders after a run; empty when all is well. */
export async function brokenApprovalPromises(world: ApprovalWorld): Promise<readonly string[]> {
  const { room, runId, groups, ended } = world;
  const broken: string[] = [];
  const expect = (holds: boolean, fault: string): void => {
    if (!holds) broken.push(fault);
  };
  const published = room.records.published();
  const countOf = (name: string, subject: string): number =>
    published.filter((event) => event.type === `crossdock.${name}.v1` && event.subject === subject).length;
  const proposals = await room.proposalsOf(runId);
  const orders = await room.allOrders();
  const ordered = orders.flatMap(({ body }) => body.lines.map(({ proposalId }) => proposalId));

  expect(new Set(ordered).size === ordered.length, 'a proposal is ordered twice');
  for (const { id, body } of proposals) {
    expect(body.state === 'approved' || body.state === 'rejected', `${id} is still ${body.state}`);
    expect(
      ordered.includes(id) === (body.state === 'approved'),
      `${id} is ${body.state}, and its order differs`,
    );
    const said = countOf('proposal-approved', id) + countOf('proposal-rejected', id);
    expect(said === 1, `${id} was decided ${said} times`);
  }
  for (const group of groups) {
    const record = (await room.records.get('approval-group', group))?.body;
    const own = proposals.filter(({ body }) => body.approvalGroupId === group);
    const approved = own.filter(({ body }) => body.state === 'approved').length;
    expect(ended.has(group), `the workflow of ${group} never ended`);
    expect(record?.pending === 0, `${group} counts ${record?.pending} undecided`);
    expect(record?.state === (approved > 0 ? 'ordered' : 'nothing_to_order'), `${group} is ${record?.state}`);
    expect((record?.purchaseOrderId ?? null) === (ended.get(group) ?? null), `${group} names another order`);
    const said = countOf('approval-group-decided', group);
    expect(said === 1, `${group} was decided ${said} times`);
  }
  for (const { id } of orders) {
    const asked = countOf('purchase-order-requested', id);
    expect(asked === 1, `${id} was requested ${asked} times`);
  }
  return [...broken, ...brokenSequences(published)];
}

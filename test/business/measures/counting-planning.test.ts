import { describe, expect, it } from 'vitest';
import { aReadModelRoom } from '#test/builders/a-read-model-room.ts';
import {
  aGroup,
  aRelease,
  changeTo,
  commit,
  counted,
  HOUR,
  order,
  release,
} from '#test/builders/counted-changes.ts';
import { aProposal } from '#test/builders/waiting-proposals.ts';

describe('what is counted of planning', () => {
  it('[O9] forecast acceptance: rows applied of received; all of a release that never got so far', async () => {
    const room = aReadModelRoom();
    const counts = { received: 1000, applied: 990, rejected: 4, quarantined: 6, inFlight: 0 };
    await commit(
      room,
      changeTo('forecast-release', aRelease({ counts }), {
        name: 'forecast-release-validated',
        data: { releaseId: 'fr-1', counts, itemLocations: 10 },
      }),
    );
    const rejected = {
      name: 'forecast-release-rejected' as const,
      data: { releaseId: 'fr-1', reasons: [] },
    };
    await commit(room, changeTo('forecast-release', aRelease({ state: 'rejected', counts }), rejected));
    await commit(
      room,
      changeTo('forecast-release', aRelease({ id: 'fr-2', state: 'rejected' }), {
        name: 'forecast-release-rejected',
        data: { releaseId: 'fr-2', reasons: ['not whole'] },
      }),
    );
    await room.deliverAll();
    expect(await counted(room, 'forecast-rows')).toEqual([990, 1010]);
  });

  it.each([
    ['2026-11-16T10:59:59.000Z', '2026-11-16'],
    ['2026-11-16T11:00:59.999Z', '2026-11-16'],
    ['2026-11-16T11:01:00.000Z', '2026-11-23'],
    ['2026-11-15T23:30:00.000Z', '2026-11-16'],
    ['2026-11-17T00:00:00.000Z', '2026-11-23'],
  ])('[O9] a release in force at %s serves the cut-off of %s, at noon in Berlin', async (at, day) => {
    const room = aReadModelRoom({
      due: { weekday: 1, time: '12:00', zone: 'Europe/Berlin', since: '2026-11-01' },
    });
    room.clock.set(at);
    await commit(
      room,
      changeTo(
        'forecast-release',
        aRelease({ state: 'approved', approvedBy: 'policy:release', approvedAt: at }),
        {
          name: 'forecast-release-approved',
          data: { releaseId: 'fr-1', approvedBy: 'policy:release' },
        },
      ),
    );
    await room.deliverAll();
    const days = await room.figures.days(
      { counted: 'forecast-in-time', dimension: 'all', value: 'all' },
      '2026-11-01',
      '2026-12-31',
    );
    expect(days.map((one) => one.day)).toEqual([day]);
  });

  it('[O9] cycle time: from the check of the release to the ERP, with and without what people took', async () => {
    const room = aReadModelRoom();
    await release(room, 'planner-1');
    room.clock.advance(HOUR);
    const asked = { approval: 'person', state: 'waiting', pending: 1, proposedAt: room.clock.now() } as const;
    await commit(
      room,
      changeTo('approval-group', aGroup(asked), {
        name: 'approval-requested',
        data: { approvalGroupId: 'ag-1', supplierId: 'S1', proposals: 1, dueAt: room.clock.now() },
      }),
    );
    room.clock.advance(4 * HOUR);
    await commit(
      room,
      changeTo('approval-group', aGroup({ ...asked, state: 'decided', pending: 0 }), {
        name: 'approval-group-decided',
        data: { approvalGroupId: 'ag-1', approved: 1, rejected: 0 },
      }),
    );
    await order(room, 'requested');
    room.clock.advance(HOUR);
    await order(room, 'confirmed');
    await room.deliverAll();
    // Checked, 2 hours with the planner, 1 hour to propose, 4 with the buyer, 1 to the ERP.
    expect(await counted(room, 'order-cycle')).toEqual([8 * 3600, 1]);
    expect(await counted(room, 'order-cycle-machine')).toEqual([2 * 3600, 1]);
    expect(await counted(room, 'order-cycle', 'supplier', 'S1')).toEqual([8 * 3600, 1]);
    expect(await counted(room, 'touchless-orders')).toEqual([0, 1]);
  });

  it('[O9] touchless: approved by policy and never refused', async () => {
    const room = aReadModelRoom();
    await release(room, 'policy:release');
    await commit(room, changeTo('approval-group', aGroup()));
    await order(room, 'requested');
    await order(room, 'confirmed');
    await room.deliverAll();
    expect(await counted(room, 'touchless-orders')).toEqual([1, 1]);
    const other = aReadModelRoom();
    await commit(other, changeTo('approval-group', aGroup()));
    for (const state of ['requested', 'refused', 'requested', 'confirmed'] as const)
      await order(other, state);
    await other.deliverAll();
    expect(await counted(other, 'touchless-orders')).toEqual([0, 1]);
  });

  it('[O9] proposals: what people approved of what they decided; policies and newer plans are no people', async () => {
    const room = aReadModelRoom();
    const data = (id: string, by: string) => ({ proposalId: id, approvalGroupId: 'ag-1', by });
    for (const [id, event] of [
      ['pr-1', { name: 'proposal-approved', data: data('pr-1', 'buyer-1') }],
      ['pr-2', { name: 'proposal-rejected', data: { ...data('pr-2', 'buyer-1'), reason: 'enough' } }],
      ['pr-3', { name: 'proposal-approved', data: data('pr-3', 'policy standard') }],
      [
        'pr-4',
        { name: 'proposal-superseded', data: { proposalId: 'pr-4', approvalGroupId: 'ag-1', byRunId: 'r' } },
      ],
    ] as const) {
      await commit(room, changeTo('proposal', aProposal(id, 'ag-1'), event));
    }
    await room.deliverAll();
    expect(await counted(room, 'proposal-decisions')).toEqual([1, 2]);
    expect(await counted(room, 'manual-touches')).toEqual([2, 0]);
  });

  it('[O2] what waits for a buyer grows and shrinks with the decisions about a group, though it tells of the last alone', async () => {
    const room = aReadModelRoom();
    const waiting = { approval: 'person', state: 'waiting', proposedAt: room.clock.now() } as const;
    const proposalIds = ['pr-1', 'pr-2', 'pr-3'];
    await commit(
      room,
      changeTo('approval-group', aGroup({ ...waiting, proposalIds, pending: 3 }), {
        name: 'approval-requested',
        data: { approvalGroupId: 'ag-1', supplierId: 'S1', proposals: 3, dueAt: room.clock.now() },
      }),
    );
    await room.deliverAll();
    const now = async () =>
      (await room.figures.waiting('proposals', '2026-01-01')).map(({ by, count }) => [by, count]);
    expect(await now()).toEqual([['S1', 3]]);
    await commit(room, changeTo('approval-group', aGroup({ ...waiting, proposalIds, pending: 2 })));
    await commit(
      room,
      changeTo('proposal', aProposal('pr-1', 'ag-1', { state: 'approved' }), {
        name: 'proposal-approved',
        data: { proposalId: 'pr-1', approvalGroupId: 'ag-1', by: 'buyer-1' },
      }),
    );
    await room.deliverAll();
    expect(await now()).toEqual([['S1', 2]]);
    await commit(
      room,
      changeTo('approval-group', aGroup({ ...waiting, proposalIds, state: 'decided', pending: 0 }), {
        name: 'approval-group-decided',
        data: { approvalGroupId: 'ag-1', approved: 3, rejected: 0 },
      }),
    );
    await room.deliverAll();
    expect(await now()).toEqual([]);
  });
});

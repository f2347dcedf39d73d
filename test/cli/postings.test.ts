import { userInfo } from 'node:os';
import { describe, expect, it } from 'vitest';
import { unwrap } from '#core/kernel/result.ts';
import { loseRequest } from '#test/doubles/simulated-system.ts';
import { redriveDocument, settleDocument } from '../../cli/postings.ts';
import { postingRoom } from '../platform/posting/posting-room.ts';

/** A system that takes an order twice, makes no drafts and cannot be asked. */
const withoutProof = {
  capabilities: {
    repeats: { create: 'none', confirm: 'nativeIdempotency', discard: 'nativeIdempotency' },
    hasDrafts: false,
    longestCommitDelaySeconds: 60,
  },
} as const;

describe('orders that wait for somebody on their way to the ERP', () => {
  it('[X2] what the ERP refused is posted again once its cause is repaired, and audited', async () => {
    const room = postingRoom();
    room.system.refuse(() => 'The product is inactive.');
    await room.order();
    await room.work();
    expect((await room.purchaseOrder()).state).toBe('refused');
    room.system.refuse(() => undefined);
    expect(await redriveDocument(room.parts, 'po-1', 'product is active again')).toContain('requested again');
    unwrap(await room.request('po-1', 2));
    await room.work();
    expect(await room.purchaseOrder()).toMatchObject({ state: 'confirmed' });
    expect(room.records.audit()).toMatchObject([
      { action: 'redrive-posting', reason: 'product is active again', actor: { id: userInfo().username } },
    ]);
  });

  it('[X2] an order that somebody found in the ERP is settled with it; any other is refused by name', async () => {
    const room = postingRoom(withoutProof);
    room.system.next(loseRequest);
    await room.order();
    await room.work();
    await room.pass(10);
    expect((await room.posting()).state.name).toBe('needs-person');
    await expect(settleDocument(room.parts, 'po-1', '7', 'seen')).rejects.toThrow(/^not-found/);
    const { reference } = await room.posting();
    const { nativeId } = unwrap(
      await room.system.purchaseOrders.createDraft(await room.purchaseOrder(), reference),
    );
    expect(await settleDocument(room.parts, 'po-1', nativeId, 'seen')).toContain(nativeId);
    expect(await room.purchaseOrder()).toMatchObject({ state: 'confirmed' });
  });

  it('[X2] nothing is posted again that waits for nobody', async () => {
    const room = postingRoom();
    await room.order();
    await room.work();
    await expect(redriveDocument(room.parts, 'po-1', 'again')).rejects.toThrow(/^state-not-allowed/);
    await expect(redriveDocument(room.parts, 'po-9', 'again')).rejects.toThrow(/^not-found/);
  });

  it('[X2] [S7] a change and an invoice that were refused are posted again by their ids', async () => {
    const room = postingRoom();
    await room.order();
    await room.work();
    room.system.refuse(() => 'The period is closed.');
    await room.change();
    await room.invoice();
    await room.work();
    await redriveDocument(room.parts, 'oc-1', 'opened');
    await redriveDocument(room.parts, 'pd-1', 'opened');
    expect(await room.orderChange()).toMatchObject({ posting: 'requested' });
    expect(await room.bill()).toMatchObject({ state: 'matched' });
    await expect(settleDocument(room.parts, 'pd-1', '1', 'seen')).rejects.toThrow(/^state-not-allowed/);
  });
});

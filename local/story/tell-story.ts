import type { ForecastRelease, PurchaseOrder } from '#contracts/client.ts';
import type { Exception } from '#core/canonical/exception.ts';
import type { DroppedForecast } from './drop-forecast.ts';
import type { Planned } from './follow-release.ts';
import type { Decided } from './repair.ts';
import { type FollowedItem, tellItem } from './tell-item.ts';
import { tellDecided, tellDialogue, tellTrade, tellWaiting } from './tell-trade.ts';
import type { Traded } from './trade.ts';

/** All that happened, from the file to the orders. */
export interface Story {
  readonly dropped: DroppedForecast;
  readonly release: ForecastRelease;
  readonly planned: Planned;
  readonly orders: readonly PurchaseOrder[];
  readonly approvedByHand: number;
  readonly traded: Traded;
  readonly decided: Decided | undefined;
  /** What waits for people in the end. */
  readonly undecided: readonly Exception[];
  readonly followed: FollowedItem | undefined;
}

const money = (amounts: readonly { readonly amount: string; readonly currency: string }[] = []): string =>
  amounts.map(({ amount, currency }) => `${amount} ${currency}`).join(' and ') || 'nothing';

/** The story in a planner's and a buyer's words. */
export function tellStory({
  dropped,
  release,
  planned,
  orders,
  approvedByHand,
  traded,
  decided,
  undecided,
  followed,
}: Story): string {
  const { run, proposals, groups } = planned;
  const { counts } = release;
  const waiting = groups.filter(({ approval }) => approval === 'person');
  const confirmed = orders
    .filter(({ state }) => state !== 'refused')
    .toSorted((a, b) => Number(a.number) - Number(b.number));
  return [
    'What happened',
    '',
    `A planner dropped ${dropped.key.split('/').at(-1)} with ${dropped.rows} rows.`,
    `  ${counts.applied} rows count, ${counts.quarantined} were put aside with the reason, ${counts.rejected} were refused with the file; received ${counts.received}.`,
    `  It became release ${release.id}, ${release.state} (${release.approvedBy ?? 'nobody yet'}), ${release.horizon?.from} to ${release.horizon?.to}.`,
    '',
    `Replenishment looked at ${run.counts?.itemLocations} item-locations: ${run.counts?.enough} have enough, ${proposals.length} need an order; rules refused ${run.counts?.refused}.`,
    `  ${run.counts?.automatic} proposals were inside policy; ${run.counts?.waiting} waited for a person, in ${waiting.length} groups; ${approvedByHand} of them were approved by hand.`,
    '',
    `${confirmed.length} purchase orders are in the ERP, confirmed, each with our reference; ${orders.length - confirmed.length} were refused by it.`,
    ...confirmed
      .slice(0, 8)
      .map(
        ({ number, supplierId, locationId, lines, total }) =>
          `  Order ${number}: ${supplierId} for ${locationId}, ${lines.length} lines, ${total.amount} ${total.currency}`,
      ),
    ...(confirmed.length > 8 ? [`  and ${confirmed.length - 8} more`] : []),
    '',
    `Money: shortage avoided ${money(run.shortageAvoided)}, proposed orders worth ${money(run.orderValue)}.`,
    '',
    ...tellTrade(traded),
    ...(decided ? tellDecided(decided) : []),
    '',
    ...tellWaiting(undecided),
    '',
    ...(followed
      ? [...tellItem(followed), ...tellDialogue(followed, traded, undecided)]
      : ['No item needed an order: there was nothing to follow.']),
  ].join('\n');
}

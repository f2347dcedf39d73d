import { type Counting, oneOf, tookSeconds } from './counting.ts';

/** Pulls from other systems that went well, and how far behind them we were. */
export const sourcePulls: Counting = {
  on: ['source-synced'],
  count: (event, facts) => {
    const status = facts.of('source-status', event.id);
    const of = { process: 'synchronisation', source: event.id, system: status?.system };
    const succeeded = event.data.succeeded === true;
    const pulled = oneOf('source-pulls', event, of, succeeded);
    // Known only of a pull that brought something, and only while that is the last one.
    const lag = succeeded && status && isOf(status.triedAt, event.at) ? status.lagSeconds : undefined;
    return lag === undefined ? [pulled] : [pulled, tookSeconds('sync-lag', event, of, lag)];
  },
};

/** A pull is told of in the moment it ends, and the next one is a minute away at least. */
const isOf = (triedAt: string, toldAt: string): boolean =>
  Math.abs(Date.parse(toldAt) - Date.parse(triedAt)) < 10_000;

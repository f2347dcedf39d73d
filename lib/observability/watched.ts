/** What alarms watch of what functions count: no function failed, and yet something stands still or gets worse. */
import type { Impact } from '../constructs/alarm.ts';

/** One metric of one function. */
export interface WatchedMetric {
  /** As the function counts it. */
  readonly name: string;
  /** The function that does, as `room.function`. */
  readonly service: string;
  readonly statistic: 'Sum' | 'Maximum';
  readonly threshold: number;
  /** Minutes it is looked at together; 5 when left out. */
  readonly minutes?: number;
  /** Whose, where it is counted by somebody or something. */
  readonly of?: Readonly<Record<string, string>>;
  readonly description: string;
  readonly impact: Impact;
  readonly runbook: string;
}

/** A share of what was counted: it is too low, and there was enough to say so. */
export interface WatchedShare {
  /** As the read model counts it. */
  readonly counted: string;
  readonly below: number;
  /** Fewer than so many in the time say nothing. */
  readonly ofAtLeast: number;
  readonly hours: number;
  readonly description: string;
  readonly impact: Impact;
  readonly runbook: string;
}

const keeping = 'measures.keep-read-model';
const watching = 'measures.watch-waiting';

/** Roles that own exceptions; a test compares them with the product's. */
export const exceptionOwners = [
  'buyer',
  'edi_coordinator',
  'receiving',
  'accounts_payable',
  'steward',
  'planner',
  'ops',
] as const;

export const watchedMetrics: readonly WatchedMetric[] = [
  {
    name: 'PostingsRefused',
    service: 'posting.post-document',
    statistic: 'Sum',
    threshold: 1,
    description: 'The ERP will not take an order, a change or an invoice; the exception says why.',
    impact: 'orders-stop',
    runbook: 'orders-that-wait',
  },
  {
    name: 'PostingsNeedPerson',
    service: 'posting.post-document',
    statistic: 'Sum',
    threshold: 1,
    description: 'The ERP allows no proof whether a purchase order exists; somebody must look.',
    impact: 'orders-stop',
    runbook: 'orders-that-wait',
  },
  {
    name: 'PostingsWaitingOverADay',
    service: watching,
    statistic: 'Maximum',
    threshold: 1,
    minutes: 15,
    description: 'Something has waited for an ERP for more than a day.',
    impact: 'orders-stop',
    runbook: 'orders-that-wait',
  },
  {
    name: 'ApprovalsOverdue',
    service: 'replenishment.escalate-overdue-approvals',
    statistic: 'Sum',
    threshold: 1,
    description: 'Nobody decided an approval group in time; what it proposes is not ordered.',
    impact: 'work-is-late',
    runbook: 'approvals-overdue',
  },
  {
    name: 'DocumentsNotKept',
    service: 'intake.receive-forecast-file',
    statistic: 'Sum',
    threshold: 1,
    description: 'A dropped file was gone before it was read, or is too large to keep.',
    impact: 'work-is-late',
    runbook: 'document-not-kept',
  },
  {
    name: 'PartnerFilesNotKept',
    service: 'edi.receive-interchange',
    statistic: 'Sum',
    threshold: 1,
    description: "A partner's file was gone before it was read, or is too large to keep.",
    impact: 'work-is-late',
    runbook: 'document-not-kept',
  },
  {
    name: 'InterchangesQuarantined',
    service: 'edi.receive-interchange',
    statistic: 'Sum',
    threshold: 1,
    description: 'An interchange was set aside: nobody known sent it, or it cannot be read as agreed.',
    impact: 'work-is-late',
    runbook: 'interchange-quarantined',
  },
  {
    name: 'DocumentsParked',
    service: watching,
    statistic: 'Maximum',
    threshold: 50,
    minutes: 15,
    description: 'Fifty documents of partners wait until somebody says what their codes mean.',
    impact: 'work-is-late',
    runbook: 'documents-parked',
  },
  {
    name: 'SourcesStale',
    service: watching,
    statistic: 'Maximum',
    threshold: 1,
    minutes: 15,
    description: 'Nothing could be pulled from a system for six times as long as it should take.',
    impact: 'work-is-late',
    runbook: 'source-stale',
  },
  {
    name: 'OutboxOldestAge',
    service: 'journal.relay-stragglers',
    statistic: 'Maximum',
    threshold: 300,
    description: 'A committed event has waited for the bus for five minutes.',
    impact: 'orders-stop',
    runbook: 'function-errors',
  },
  {
    name: 'EventGaps',
    service: keeping,
    statistic: 'Sum',
    threshold: 1,
    description: 'An event did not reach the read model for a minute; a later one of its record did.',
    impact: 'look-into-it',
    runbook: 'event-gaps',
  },
  {
    name: 'EventsLost',
    service: keeping,
    statistic: 'Sum',
    threshold: 1,
    description: 'An event was never counted, and the journal does not have it any more.',
    impact: 'look-into-it',
    runbook: 'event-gaps',
  },
  ...exceptionOwners.map(
    (owner): WatchedMetric => ({
      name: 'ExceptionsOverdue',
      service: watching,
      statistic: 'Maximum',
      threshold: 1,
      minutes: 60,
      of: { owner },
      description: `Exceptions of the role ${owner} are past their due date.`,
      impact: 'work-is-late',
      runbook: 'exceptions-overdue',
    }),
  ),
];

export const watchedShares: readonly WatchedShare[] = [
  {
    counted: 'postings',
    below: 0.8,
    ofAtLeast: 5,
    hours: 1,
    description: 'The ERP refuses more than one in five of what is posted.',
    impact: 'orders-stop',
    runbook: 'orders-that-wait',
  },
  {
    counted: 'forecast-rows',
    below: 0.95,
    ofAtLeast: 100,
    hours: 1,
    description: 'More than one in twenty rows of forecasts could not be used.',
    impact: 'work-is-late',
    runbook: 'forecast-rows-rejected',
  },
  {
    counted: 'acknowledged-lines',
    below: 0.6,
    ofAtLeast: 20,
    hours: 24,
    description: 'Suppliers confirmed less than six in ten lines as they were ordered.',
    impact: 'look-into-it',
    runbook: 'acknowledgement-match-low',
  },
  {
    counted: 'source-pulls',
    below: 0.5,
    ofAtLeast: 4,
    hours: 1,
    description: 'Half of the pulls from other systems fail.',
    impact: 'work-is-late',
    runbook: 'source-stale',
  },
];

/** `acknowledged-lines` is `AcknowledgedLines`, as the function names it. */
export const metricOf = (counted: string): string =>
  counted.replace(/(^|-)([a-z])/g, (_, _hyphen: string, letter: string) => letter.toUpperCase());

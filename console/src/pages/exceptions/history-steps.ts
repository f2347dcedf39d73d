import type { Exception } from '#contracts/client.ts';
import { actionWords } from './action-words.ts';

interface Step {
  readonly id: string;
  readonly at: string;
  readonly what: string;
  readonly by?: string;
  readonly more?: string;
}

/** What an exception tells of its own past: opened, reminded, escalated, decided. Comments stand by themselves. Pure. */
export function historyOf(exception: Exception): readonly Step[] {
  const { openedAt, remindedAt, escalatedAt, resolution, reopened, kind } = exception;
  const steps: Step[] = [
    { id: 'opened', at: openedAt, what: reopened > 0 ? 'Opened again' : 'Opened', by: 'crossdock' },
  ];
  if (remindedAt) steps.push({ id: 'reminded', at: remindedAt, what: 'The owner was reminded' });
  if (escalatedAt)
    steps.push({ id: 'escalated', at: escalatedAt, what: 'Escalated: the deadline had passed' });
  if (resolution) {
    steps.push({
      id: 'resolved',
      at: resolution.at,
      what: `Decided: ${actionWords(kind, resolution.action).label.toLowerCase()}`,
      by: resolution.by,
      more: [resolution.reason, counterText(resolution.counter)].filter(Boolean).join(' '),
    });
  }
  return steps;
}

/** What was asked for instead: `Asked for: 480, at 12.60, on 2026-12-01.` */
function counterText(counter: NonNullable<Exception['resolution']>['counter']): string {
  if (!counter) return '';
  const parts = [
    counter.quantity,
    counter.price && `at ${counter.price}`,
    counter.requestedDate && `on ${counter.requestedDate}`,
  ].filter(Boolean);
  return `Asked for: ${parts.join(', ')}.`;
}

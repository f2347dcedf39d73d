import { type Finding, MOST_FINDINGS } from '#core/canonical/interchange.ts';
import type { Problem } from '#core/kernel/problem.ts';
import type { EdiFault } from '../codec/fault.ts';
import type { Finding as MapFinding } from '../maps/mapped.ts';

/** `segment 4 PO1, element 2, component 3`. */
function placeOf({ position, segment, element, component }: Omit<MapFinding, 'message'>): string {
  if (segment === '') return 'the whole';
  const parts = [`segment ${position} ${segment}`];
  if (element !== undefined) parts.push(`element ${element}`);
  if (component !== undefined) parts.push(`component ${component}`);
  return parts.join(', ');
}

const clipped = (code: string, at: string, message: string): Finding => ({
  code: code.slice(0, 60),
  at: at.slice(0, 120),
  message: message.slice(0, 500),
});

export const findingOfFault = (fault: EdiFault): Finding =>
  clipped(`${fault.standard.list} ${fault.standard.code}`, placeOf(fault), fault.message);

export const findingOfMap = (finding: MapFinding): Finding =>
  clipped(
    'mapping',
    placeOf(finding),
    finding.value === undefined ? finding.message : `${finding.message}: ${finding.value}`,
  );

export const findingOfProblem = ({ code, detail }: Pick<Problem, 'code' | 'detail'>): Finding =>
  clipped(code, 'the whole', detail);

/** As many as a record holds. */
export const kept = (findings: readonly Finding[]): Finding[] => findings.slice(0, MOST_FINDINGS);

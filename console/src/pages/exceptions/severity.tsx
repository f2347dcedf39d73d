import Badge from '@cloudscape-design/components/badge';
import type { Exception } from '#contracts/client.ts';

const looks = {
  high: ['severity-high', 'High'],
  medium: ['severity-medium', 'Medium'],
  low: ['severity-low', 'Low'],
} as const;

/** How grave it is, as a word on a colour. */
export function Severity({ severity }: { readonly severity: Exception['severity'] }) {
  const [color, text] = looks[severity];
  return <Badge color={color}>{text}</Badge>;
}

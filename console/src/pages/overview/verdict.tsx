import Alert from '@cloudscape-design/components/alert';
import type { Overview } from '#contracts/client.ts';
import { PageLink } from '../../parts/page-link.tsx';
import { judge } from './in-step.ts';

/** The sentence at the top: is the business in step, and if not, where to look. */
export function Verdict({ overview }: { readonly overview: Overview }) {
  const { tone, sentence, concerns } = judge(overview);
  return (
    <Alert type={tone} header={sentence}>
      {concerns.length === 0 ? (
        'Judged by how fresh sources are, how long things wait, and how each figure moves.'
      ) : (
        <ul style={{ margin: 0, paddingInlineStart: '1.25rem' }}>
          {concerns.map(({ text, href, tone: serious }) => (
            <li key={`${href} ${text}`}>
              {serious === 'error' && <b>Serious: </b>}
              <PageLink href={href}>{text}</PageLink>
            </li>
          ))}
        </ul>
      )}
    </Alert>
  );
}

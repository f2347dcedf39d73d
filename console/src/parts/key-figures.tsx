import Box from '@cloudscape-design/components/box';
import ColumnLayout from '@cloudscape-design/components/column-layout';
import type { ReactNode } from 'react';
import { PageLink } from './page-link.tsx';

export interface KeyFigure {
  readonly label: string;
  /** As it is to be read, with its unit; `–` when there is nothing to count. */
  readonly value: ReactNode;
  /** What lies behind the figure. */
  readonly href?: string;
  /** Below it: what it counts, or what is wrong with it. */
  readonly note?: ReactNode;
}

/** A few numbers at a glance; each leads to the records behind it. */
export function KeyFigures({ figures }: { readonly figures: readonly KeyFigure[] }) {
  const columns = Math.min(Math.max(figures.length, 1), 4);
  return (
    <ColumnLayout columns={columns} variant="text-grid" minColumnWidth={170}>
      {figures.map(({ label, value, href, note }) => (
        <div key={label}>
          <Box variant="awsui-key-label">{label}</Box>
          <Box fontSize="display-l" fontWeight="bold">
            {href ? (
              <PageLink href={href} fontSize="display-l" variant="secondary">
                {value}
              </PageLink>
            ) : (
              value
            )}
          </Box>
          {note && (
            <Box color="text-body-secondary" fontSize="body-s">
              {note}
            </Box>
          )}
        </div>
      ))}
    </ColumnLayout>
  );
}

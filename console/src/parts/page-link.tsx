import Link, { type LinkProps } from '@cloudscape-design/components/link';
import { type ReactNode, useCallback } from 'react';
import { useNavigate } from 'react-router';

interface Followed {
  readonly preventDefault: () => void;
  readonly detail: { readonly href?: string | undefined; readonly external?: boolean | undefined };
}

/** `onFollow` of any Cloudscape part: goes to our own pages without loading the console again. */
export function useFollow(): (event: Followed) => void {
  const navigate = useNavigate();
  return useCallback(
    (event) => {
      const { href, external } = event.detail;
      if (!href?.startsWith('/') || external) return;
      event.preventDefault();
      void navigate(href);
    },
    [navigate],
  );
}

interface PageLinkProps {
  readonly href: string;
  readonly children: ReactNode;
  /** What a screen reader says when the text alone would not do. */
  readonly label?: string;
  readonly variant?: LinkProps.Variant;
  readonly fontSize?: LinkProps.FontSize;
}

/** A link to a page of the console. */
export function PageLink({ href, children, label, variant = 'primary', fontSize }: PageLinkProps) {
  const follow = useFollow();
  return (
    <Link
      href={href}
      onFollow={follow}
      variant={variant}
      {...(fontSize && { fontSize })}
      {...(label && { ariaLabel: label })}
    >
      {children}
    </Link>
  );
}

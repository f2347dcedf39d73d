import { instantText, relativeText, utcText } from './format.ts';
import { useNow } from './use-now.ts';

/** A point in time in the person's own zone, with UTC on hover. `relative` says how long ago, and moves on. */
export function Instant({ at, relative = false }: { readonly at: string; readonly relative?: boolean }) {
  return relative ? <Relative at={at} /> : <Stamp at={at} text={instantText(at)} title={utcText(at)} />;
}

function Relative({ at }: { readonly at: string }) {
  const now = useNow();
  return <Stamp at={at} text={relativeText(at, now)} title={`${instantText(at)} · ${utcText(at)}`} />;
}

const Stamp = ({
  at,
  text,
  title,
}: {
  readonly at: string;
  readonly text: string;
  readonly title: string;
}) => (
  <time dateTime={at} title={title}>
    {text}
  </time>
);

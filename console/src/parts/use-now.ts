import { useEffect, useState } from 'react';

/** The time, moving on every half minute (or as said), for clocks on the screen. In milliseconds. */
export function useNow(everyMilliseconds = 30_000): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), everyMilliseconds);
    return () => clearInterval(timer);
  }, [everyMilliseconds]);
  return now;
}

import { focusManager } from '@tanstack/react-query';
import { useEffect } from 'react';

/**
 * While a dialog asks for a decision nothing is asked for anew: people decide on what they saw when it opened, and the
 * API refuses if that has changed meanwhile. When it closes everything is fresh again.
 */
export function useStandstill(): void {
  useEffect(() => {
    focusManager.setFocused(false);
    return () => focusManager.setFocused(undefined);
  }, []);
}

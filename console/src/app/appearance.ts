import { applyMode, Mode } from '@cloudscape-design/global-styles';
import { useEffect, useState } from 'react';

export type Appearance = 'light' | 'dark' | 'system';

const key = 'crossdock.appearance';
const dark = window.matchMedia('(prefers-color-scheme: dark)');

const kept = (): Appearance => {
  const value = localStorage.getItem(key);
  return value === 'light' || value === 'dark' ? value : 'system';
};

const show = (appearance: Appearance): void => {
  const isDark = appearance === 'dark' || (appearance === 'system' && dark.matches);
  applyMode(isDark ? Mode.Dark : Mode.Light);
  document.documentElement.style.colorScheme = isDark ? 'dark' : 'light';
};

/** Before anything is drawn, so that nobody in a dark room sees a white flash. */
export const showKeptAppearance = (): void => show(kept());

/** Light, dark, or what the person's system says; remembered on this device. */
export function useAppearance(): readonly [Appearance, (chosen: Appearance) => void] {
  const [appearance, setAppearance] = useState(kept);
  useEffect(() => {
    show(appearance);
    const follow = () => show(appearance);
    dark.addEventListener('change', follow);
    return () => dark.removeEventListener('change', follow);
  }, [appearance]);
  const choose = (chosen: Appearance) => {
    localStorage.setItem(key, chosen);
    setAppearance(chosen);
  };
  return [appearance, choose];
}

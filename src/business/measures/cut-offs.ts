import type { DayFigure } from '#core/canonical/figures.ts';
import type { LocalDate } from '#core/kernel/dates.ts';
import type { DayOfFigure, Figure } from './figure.ts';

/** Which of the cut-offs were met, a day each; nothing where none was agreed. */
export const metCutOffs = (
  dues: readonly LocalDate[],
  days: readonly DayFigure[],
): readonly DayOfFigure[] => {
  const met = new Set(days.filter(({ numerator }) => numerator > 0).map(({ day }) => day));
  return dues.map((day) => {
    const numerator = met.has(day) ? 1 : 0;
    return { day, value: numerator, numerator, denominator: 1 };
  });
};

export function shareOfCutOffs(days: readonly DayOfFigure[]): Figure {
  const numerator = days.reduce((sum, day) => sum + day.numerator, 0);
  const denominator = days.length;
  return { ...(denominator > 0 && { value: numerator / denominator }), numerator, denominator };
}

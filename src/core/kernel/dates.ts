/**
 * Dates without a time (`2026-11-23`) and instants in UTC (`2026-11-23T08:15:00.000Z`). A date is not midnight
 * somewhere: it is never converted through a time zone.
 */
import * as z from 'zod';

const DAY_MS = 86_400_000;

export const dateSchema = z.iso.date();
/** A calendar date as ISO 8601 text; compares as text. */
export type LocalDate = string;

export const instantSchema = z.iso.datetime();
/** An instant in UTC as ISO 8601 text. */
export type Instant = string;

/** Days since 1970-01-01. */
export type DayNumber = number;

/** Day number of a checked date; NaN when it is none (`2026-02-30`). */
export function dayNumber(date: LocalDate): DayNumber {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(date)) return Number.NaN;
  const ms = Date.parse(`${date}T00:00:00Z`);
  if (Number.isNaN(ms)) return Number.NaN;
  return new Date(ms).toISOString().startsWith(date) ? ms / DAY_MS : Number.NaN;
}

export const dateOf = (day: DayNumber): LocalDate => new Date(day * DAY_MS).toISOString().slice(0, 10);

export const addDays = (date: LocalDate, days: number): LocalDate => dateOf(dayNumber(date) + days);

/** 1 is Monday, 7 is Sunday (ISO 8601). */
export const weekday = (day: DayNumber): number => ((((day + 3) % 7) + 7) % 7) + 1;

/** The Monday of the week a day lies in: the start of a weekly bucket. */
export const weekStart = (day: DayNumber): DayNumber => day - (weekday(day) - 1);

export const dateOfInstant = (instant: Instant): LocalDate => instant.slice(0, 10);

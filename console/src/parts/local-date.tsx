import { dateText } from './format.ts';

/** A day of the calendar, such as a delivery date: the same day in every zone. */
export const LocalDate = ({ date }: { readonly date: string }) => (
  <time dateTime={date}>{dateText(date)}</time>
);

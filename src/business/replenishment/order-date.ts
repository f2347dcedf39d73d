import type { PlanningInput } from '#core/canonical/decision-record.ts';
import { type DayNumber, dateOfInstant, dayNumber, type Instant } from '#core/kernel/dates.ts';
import { type Calendar, calendar, lastDayBefore, openDaysAfter, openFrom, openUpTo } from './calendar.ts';

/** When an order placed on one day arrives at the dock, and when its goods can be used. */
export interface Delivery {
  readonly arrival: DayNumber;
  readonly usable: DayNumber;
}

export interface OrderDates extends Delivery {
  readonly order: DayNumber;
  /** The order date it should have had is past: it is ordered today, and `usable` says how late it will be. */
  readonly expedite: boolean;
}

export type OrderingSupplier = NonNullable<PlanningInput['supplier']>;
export type OrderingLocation = NonNullable<PlanningInput['location']>;
export type OrderingTerms = NonNullable<PlanningInput['terms']>;

/** How an order travels from one supplier to one location, seen from the moment of planning. */
export interface Schedule {
  /** Of an order placed now, and of one placed at the next review. */
  readonly now: Delivery;
  readonly nextReview: Delivery;
  /** When to order what must be usable on a day. */
  datesFor(need: DayNumber): OrderDates;
}

/**
 * Order date = need date − dock-to-stock (the location's receiving days) − transit (calendar days) − lead time (the
 * supplier's working days), back to an order day (R12). An order day that is today counts until its cut-off only.
 * A date already past is an expedite: the order date is today, and the delivery is what an order placed now gets.
 */
export function schedule(
  supplier: OrderingSupplier,
  location: OrderingLocation,
  terms: Pick<OrderingTerms, 'leadTimeDays' | 'transitDays'>,
  plannedAt: Instant,
  reviewDays: number,
): Schedule {
  const working = calendar(supplier.workingDays, supplier.closedOn);
  const ordering = calendar(supplier.orderDays ?? supplier.workingDays, supplier.closedOn);
  const receiving = calendar(location.receivingDays);
  const route = { ...terms, dockToStockDays: location.dockToStockDays, working, ordering, receiving };
  const today = dayNumber(dateOfInstant(plannedAt));
  const cutOffPassed =
    supplier.orderCutOff !== undefined && plannedAt.slice(11, 19) > `${supplier.orderCutOff}:00`;
  const earliest = cutOffPassed ? today + 1 : today;
  const now = deliveryOf(route, earliest);
  const known = new Map<DayNumber, OrderDates>();
  return {
    now,
    nextReview: deliveryOf(route, earliest + reviewDays),
    datesFor: (need) => {
      const dates = known.get(need) ?? datesFor(route, need, { today, earliest, now });
      known.set(need, dates);
      return dates;
    },
  };
}

interface Route {
  readonly leadTimeDays: number;
  readonly transitDays: number;
  readonly dockToStockDays: number;
  readonly working: Calendar;
  readonly ordering: Calendar;
  readonly receiving: Calendar;
}

function deliveryOf(route: Route, from: DayNumber): Delivery {
  const shipped = openDaysAfter(route.working, openFrom(route.ordering, from), route.leadTimeDays);
  const arrival = openFrom(route.receiving, shipped + route.transitDays);
  return { arrival, usable: openDaysAfter(route.receiving, arrival, route.dockToStockDays) };
}

function datesFor(
  route: Route,
  need: DayNumber,
  {
    today,
    earliest,
    now,
  }: { readonly today: DayNumber; readonly earliest: DayNumber; readonly now: Delivery },
): OrderDates {
  const arrival = arrivalFor(route.receiving, need, route.dockToStockDays);
  const lastDay = lastDayBefore(route.working, arrival - route.transitDays, route.leadTimeDays);
  const order = openUpTo(route.ordering, lastDay);
  if (order < earliest) return { ...now, order: today, expedite: true };
  return {
    order,
    arrival,
    usable: openDaysAfter(route.receiving, arrival, route.dockToStockDays),
    expedite: false,
  };
}

/** The last receiving day whose goods can be used on `need`. */
function arrivalFor(receiving: Calendar, need: DayNumber, dockToStockDays: number): DayNumber {
  return openUpTo(receiving, lastDayBefore(receiving, need, dockToStockDays));
}

/** When goods that arrive on a day can be used at a location. */
export function usableFrom(location: OrderingLocation, arrival: DayNumber): DayNumber {
  const receiving = calendar(location.receivingDays);
  return openDaysAfter(receiving, openFrom(receiving, arrival), location.dockToStockDays);
}

/** Finds schedules again: a chunk has thousands of items and few ways for an order to travel. */
export function scheduleBook(plannedAt: Instant, reviewDays: number) {
  const book = new Map<OrderingSupplier, Map<OrderingLocation, Map<number, Schedule>>>();
  return (supplier: OrderingSupplier, location: OrderingLocation, terms: OrderingTerms): Schedule => {
    const routes = within(within(book, supplier), location);
    const key = terms.leadTimeDays * 1000 + terms.transitDays;
    const known = routes.get(key);
    if (known) return known;
    const made = schedule(supplier, location, terms, plannedAt, reviewDays);
    routes.set(key, made);
    return made;
  };
}
export type ScheduleBook = ReturnType<typeof scheduleBook>;

function within<K, A, B>(map: Map<K, Map<A, B>>, key: K): Map<A, B> {
  const found = map.get(key);
  if (found) return found;
  const made = new Map<A, B>();
  map.set(key, made);
  return made;
}

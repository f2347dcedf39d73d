import type { ValueFault } from './check-value.ts';
import { faultOfValue } from './check-value.ts';
import type { FaultDraft } from './fault.ts';
import type { CompositeElement, Condition, ElementUse, SegmentSchema } from './schema.ts';
import { isComposite } from './schema.ts';
import type { Occurrence, Segment } from './segment.ts';
import { componentsOf, occurrencesOf } from './segment.ts';

/** Where faults of one segment go, and what they say of where they are. */
interface Context {
  readonly segment: Segment;
  readonly loop: string;
  readonly report: (fault: FaultDraft) => void;
}

/** Check the elements of one segment: presence, number, form and codes, then the syntax notes. */
export function checkElements(
  segment: Segment,
  schema: SegmentSchema,
  loop: string,
  report: (fault: FaultDraft) => void,
): void {
  const { elements } = segment;
  const uses = schema.elements;
  let present = 0;
  for (let i = 0; i < uses.length; i++) {
    const use = uses[i];
    const element = elements[i];
    if (!use) continue;
    if (element === undefined || element === '') {
      if (use.mandatory) missing(i + 1, use, { segment, loop, report });
      continue;
    }
    present |= 1 << i;
    if (typeof element === 'string' && !isComposite(use.element)) {
      const fault = faultOfValue(element, use.element);
      if (fault) wrongValue(i + 1, use, fault, element, { segment, loop, report });
    } else checkOccurrences(occurrencesOf(element), use, i + 1, { segment, loop, report });
  }
  if (!schema.open && elements.length > uses.length) checkExcess(uses.length, { segment, loop, report });
  const { conditions } = schema;
  for (let i = 0; i < conditions.length; i++) {
    const condition = conditions[i];
    if (condition && isBroken(condition, present)) brokenCondition(condition, { segment, loop, report });
  }
}

function complain({ segment, loop, report }: Context, element: number, rest: Partial<FaultDraft>): void {
  report({
    kind: 'element-missing',
    level: 'element',
    position: segment.position,
    segment: segment.id,
    ...(loop === '' ? {} : { loop }),
    element,
    message: '',
    ...rest,
  });
}

const missing = (at: number, { element }: ElementUse, context: Context): void =>
  complain(context, at, {
    reference: element.reference,
    message: `${context.segment.id} element ${at} must be there`,
  });

const wrongValue = (at: number, use: ElementUse, fault: ValueFault, value: string, context: Context): void =>
  complain(context, at, {
    kind: fault.kind,
    reference: use.element.reference,
    value,
    message: `${context.segment.id} element ${at}: ${fault.message}`,
  });

function checkExcess(allowed: number, context: Context): void {
  const { elements, id } = context.segment;
  const first = elements.findIndex((element, i) => i >= allowed && element !== '');
  if (first < 0) return;
  const message = `${id} has ${elements.length} elements and may have ${allowed}`;
  complain(context, first + 1, { kind: 'element-excess', message });
}

function checkOccurrences(
  occurrences: readonly Occurrence[],
  use: ElementUse,
  at: number,
  context: Context,
): void {
  const { reference } = use.element;
  const where = `${context.segment.id} element ${at}`;
  if (occurrences.length > use.repeat)
    complain(context, at, {
      kind: 'repetition-excess',
      reference,
      message: `${where} is there ${occurrences.length} times and may be ${use.repeat} times`,
    });
  for (const occurrence of occurrences) {
    const components = componentsOf(occurrence);
    if (isComposite(use.element)) {
      checkComponents(components, use.element, at, context);
      continue;
    }
    if (components.length > 1)
      complain(context, at, {
        kind: 'component-excess',
        reference,
        message: `${where} has ${components.length} components and is no composite`,
      });
    const [value = ''] = components;
    const fault = value === '' ? undefined : faultOfValue(value, use.element);
    if (fault) wrongValue(at, use, fault, value, context);
  }
}

function checkComponents(
  values: readonly string[],
  composite: CompositeElement,
  at: number,
  context: Context,
): void {
  const uses = composite.components;
  const where = `${context.segment.id} element ${at}`;
  for (let i = 0; i < uses.length; i++) {
    const use = uses[i];
    const value = values[i] ?? '';
    if (!use || isComposite(use.element) || (value === '' && !use.mandatory)) continue;
    const fault: ValueFault | undefined =
      value === '' ? { kind: 'element-missing', message: 'must be there' } : faultOfValue(value, use.element);
    if (fault)
      complain(context, at, {
        kind: fault.kind,
        component: i + 1,
        reference: use.element.reference,
        ...(value === '' ? {} : { value }),
        message: `${where} component ${i + 1}: ${fault.message}`,
      });
  }
  if (values.length > uses.length && values.slice(uses.length).some((value) => value !== ''))
    complain(context, at, {
      kind: 'component-excess',
      component: uses.length + 1,
      reference: composite.reference,
      message: `${where} has ${values.length} components and may have ${uses.length}`,
    });
}

/** A syntax note against the elements that are there, one bit each. */
function isBroken({ kind, mask, first }: Condition, present: number): boolean {
  const there = present & mask;
  switch (kind) {
    case 'P':
      return there !== 0 && there !== mask;
    case 'R':
      return there === 0;
    case 'C':
      return (present & first) !== 0 && there !== mask;
    case 'L':
      return (present & first) !== 0 && there === first;
    case 'E':
      return (there & (there - 1)) !== 0;
  }
}

const rules: Readonly<Record<Condition['kind'], string>> = {
  P: 'where one is, all must be',
  R: 'at least one must be there',
  C: 'where the first is, the others must be',
  L: 'where the first is, one of the others must be',
  E: 'only one may be there',
};

/** The faulty element is the first one that should, or should not, be there. */
function brokenCondition({ kind, elements }: Condition, context: Context): void {
  const isThere = (at: number): boolean => (context.segment.elements[at - 1] ?? '') !== '';
  const names = elements.map((at) => context.segment.id + String(at).padStart(2, '0')).join(', ');
  const faulty = kind === 'E' ? elements.filter(isThere)[1] : elements.find((at) => !isThere(at));
  complain(context, faulty ?? elements[0] ?? 0, {
    kind: kind === 'E' ? 'element-exclusion' : 'element-condition',
    message: `${names}: ${rules[kind]}`,
  });
}

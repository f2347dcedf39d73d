import { faultOfValue } from './check-value.ts';
import type { FaultDraft } from './fault.ts';
import type { CompositeElement, Condition, DataElement, ElementUse, SegmentSchema } from './schema.ts';
import { isComposite } from './schema.ts';
import type { Occurrence, Segment } from './segment.ts';
import { componentsOf, occurrencesOf } from './segment.ts';

type Report = (fault: FaultDraft) => void;

/** Check the elements of one segment: presence, number, form and codes, then the syntax notes. */
export function checkElements(segment: Segment, schema: SegmentSchema, loop: string, report: Report): void {
  const { elements } = segment;
  const uses = schema.elements;
  const complain = (element: number, use: ElementUse | undefined, draft: Partial<FaultDraft>): void =>
    report({
      kind: 'element-missing',
      level: 'element',
      position: segment.position,
      segment: segment.id,
      ...(loop === '' ? {} : { loop }),
      element,
      ...(use ? { reference: use.element.reference } : {}),
      message: '',
      ...draft,
    });
  for (let i = 0; i < uses.length; i++) {
    const use = uses[i];
    if (use) checkElement(elements[i] ?? '', use, i + 1, complain, segment.id);
  }
  for (let i = uses.length; i < elements.length && !schema.open; i++) {
    if (elements[i] === '') continue;
    const message = `${segment.id} has ${elements.length} elements and may have ${uses.length}`;
    complain(i + 1, undefined, { kind: 'element-excess', message });
    break;
  }
  for (const condition of schema.conditions) checkCondition(segment, condition, complain);
}

type Complain = (element: number, use: ElementUse | undefined, draft: Partial<FaultDraft>) => void;

function checkElement(
  element: Segment['elements'][number],
  use: ElementUse,
  at: number,
  complain: Complain,
  tag: string,
): void {
  if (element === '') {
    if (use.mandatory) complain(at, use, { message: `${tag} element ${at} must be there` });
    return;
  }
  if (typeof element === 'string' && !isComposite(use.element)) {
    const fault = faultOfValue(element, use.element);
    if (fault)
      complain(at, use, { ...fault, value: element, message: `${tag} element ${at}: ${fault.message}` });
    return;
  }
  const occurrences = occurrencesOf(element);
  if (occurrences.length > use.repeat)
    complain(at, use, {
      kind: 'repetition-excess',
      message: `${tag} element ${at} is there ${occurrences.length} times and may be ${use.repeat} times`,
    });
  for (const occurrence of occurrences) checkOccurrence(occurrence, use, at, complain, tag);
}

function checkOccurrence(
  occurrence: Occurrence,
  use: ElementUse,
  at: number,
  complain: Complain,
  tag: string,
): void {
  const components = componentsOf(occurrence);
  if (isComposite(use.element)) {
    checkComponents(components, use.element, at, complain, tag);
    return;
  }
  const [value = ''] = components;
  if (components.length > 1)
    complain(at, use, {
      kind: 'component-excess',
      message: `${tag} element ${at} has ${components.length} components and is no composite`,
    });
  const fault = value === '' ? undefined : faultOfValue(value, use.element);
  if (fault) complain(at, use, { ...fault, value, message: `${tag} element ${at}: ${fault.message}` });
}

function checkComponents(
  values: readonly string[],
  composite: CompositeElement,
  at: number,
  complain: Complain,
  tag: string,
): void {
  const uses = composite.components;
  uses.forEach((use, index) => {
    const value = values[index] ?? '';
    const where = { component: index + 1, reference: use.element.reference };
    if (value === '') {
      if (use.mandatory)
        complain(at, undefined, {
          ...where,
          message: `${tag} element ${at} component ${index + 1} must be there`,
        });
      return;
    }
    const fault = isComposite(use.element) ? undefined : faultOfValue(value, use.element as DataElement);
    if (fault)
      complain(at, undefined, {
        ...fault,
        ...where,
        value,
        message: `${tag} element ${at} component ${index + 1}: ${fault.message}`,
      });
  });
  if (values.slice(uses.length).some((value) => value !== ''))
    complain(at, undefined, {
      kind: 'component-excess',
      component: uses.length + 1,
      reference: composite.reference,
      message: `${tag} element ${at} has ${values.length} components and may have ${uses.length}`,
    });
}

/** A syntax note: the faulty element is the first one that should, or should not, be there. */
function checkCondition(segment: Segment, { kind, elements }: Condition, complain: Complain): void {
  const isThere = (at: number): boolean => (segment.elements[at - 1] ?? '') !== '';
  const present = elements.filter(isThere);
  const absent = elements.filter((at) => !isThere(at));
  const [first = 0, ...others] = elements;
  const names = elements.map((at) => segment.id + String(at).padStart(2, '0')).join(', ');
  const missing = (why: string) =>
    complain(absent[0] ?? first, undefined, { kind: 'element-condition', message: `${names}: ${why}` });
  switch (kind) {
    case 'P':
      if (present.length > 0 && absent.length > 0) missing('where one is, all must be');
      return;
    case 'R':
      if (present.length === 0) missing('at least one must be there');
      return;
    case 'C':
      if (isThere(first) && absent.length > 0) missing(`where the first is, the others must be`);
      return;
    case 'L':
      if (isThere(first) && !others.some(isThere))
        complain(others[0] ?? first, undefined, {
          kind: 'element-condition',
          message: `${names}: where the first is, one of the others must be`,
        });
      return;
    case 'E':
      if (present.length > 1)
        complain(present[1] ?? first, undefined, {
          kind: 'element-exclusion',
          message: `${names}: only one may be there`,
        });
  }
}

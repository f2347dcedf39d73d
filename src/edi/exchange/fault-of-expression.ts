import jsonata from 'jsonata';

/** What is wrong with the expression of a deviation, in the words of its parser; undefined when it can be run. */
export function faultOfExpression(expression: string): string | undefined {
  try {
    jsonata(expression);
    return undefined;
  } catch (error) {
    const told = typeof error === 'object' && error !== null ? error : {};
    const message = 'message' in told ? String(told.message) : String(error);
    const place = 'position' in told ? `, at character ${String(told.position)}` : '';
    return `is no expression: ${message}${place}`.slice(0, 300);
  }
}

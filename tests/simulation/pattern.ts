/**
 * Matches an event against an AWS event pattern, as far as the service's patterns go: objects nest, a list holds the values of
 * which one must be there, and a list in the event matches by any of its elements.
 */
export const matchesPattern = (pattern: unknown, value: unknown): boolean => {
  if (Array.isArray(pattern)) {
    const values: readonly unknown[] = Array.isArray(value) ? value : [value];
    return values.some((one) => pattern.includes(one));
  }
  if (typeof pattern !== 'object' || pattern === null) return false;
  if (typeof value !== 'object' || value === null) return false;
  const fields = value as Readonly<Record<string, unknown>>;
  return Object.entries(pattern).every(([name, inner]) => matchesPattern(inner, fields[name]));
};

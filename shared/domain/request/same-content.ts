/** @returns whether two JSON values say the same, whatever the order of their members; a member that is `undefined` is not there. */
export const sameContent = (one: unknown, other: unknown): boolean => {
  if (one === other) return true;
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null) return false;
  if (Array.isArray(one) !== Array.isArray(other)) return false;
  const names = new Set([...Object.keys(one), ...Object.keys(other)]);
  return [...names].every((name) => sameContent(member(one, name), member(other, name)));
};

const member = (value: object, name: string): unknown => (value as Readonly<Record<string, unknown>>)[name];

/** A place in a message, as a path of names and positions. */
export type Place = readonly (string | number)[];

type Part = Record<string | number, unknown>;

const changed = (message: object, place: Place, change: (container: Part, last: string | number) => void): unknown => {
  const copy = structuredClone(message);
  const container = place.slice(0, -1).reduce<Part>((part, step) => part[step] as Part, copy as Part);
  change(container, place.at(-1) ?? '');
  return copy;
};

/** @returns the message without what stands at a place. */
export const without = (message: object, ...place: Place): unknown =>
  changed(message, place, (container, last) => Reflect.deleteProperty(container, last));

/** @returns the message with this content at a place. */
export const withContent = (message: object, place: Place, content: unknown): unknown =>
  changed(message, place, (container, last) =>
    Object.defineProperty(container, last, { value: content, enumerable: true, configurable: true, writable: true }),
  );

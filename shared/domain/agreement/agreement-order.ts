/**
 * @returns a comparison by a text, for lists that both cities must keep in the same order whichever heard of what first; what
 * compares as equal stays as it was.
 */
export const inOrderOf =
  <T>(text: (element: T) => string) =>
  (left: T, right: T): number => {
    if (text(left) === text(right)) return 0;
    return text(left) < text(right) ? -1 : 1;
  };

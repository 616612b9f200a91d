/** A list that stays in order: finding a place takes log(n) comparisons. No two elements compare as equal. */
export class SortedList<T> {
  readonly #elements: T[] = [];
  readonly #compare: (left: T, right: T) => number;

  constructor(compare: (left: T, right: T) => number) {
    this.#compare = compare;
  }

  get elements(): readonly T[] {
    return this.#elements;
  }

  /** @returns the index of the first element for which `isBefore` is false; it must be true for all before that one. */
  firstNot(isBefore: (element: T) => boolean): number {
    let low = 0;
    let high = this.#elements.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      const element = this.#elements[middle];
      if (element !== undefined && isBefore(element)) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  find(sought: T): T | undefined {
    const element = this.#elements[this.#indexOf(sought)];
    return element !== undefined && this.#compare(element, sought) === 0 ? element : undefined;
  }

  /** Puts an element in its place, instead of the one that compares as equal to it. */
  put(element: T): void {
    const replaced = this.find(element) === undefined ? 0 : 1;
    this.#elements.splice(this.#indexOf(element), replaced, element);
  }

  delete(element: T): void {
    if (this.find(element) !== undefined) this.#elements.splice(this.#indexOf(element), 1);
  }

  #indexOf(sought: T): number {
    return this.firstNot((element) => this.#compare(element, sought) < 0);
  }
}

/** A seeded source of chance. Everything the simulation leaves to chance is drawn from one of these. */
export interface Random {
  /** In [0, 1). */
  fraction(): number;
  chance(probability: number): boolean;
  /** A whole number from `from` up to and including `to`. */
  between(from: number, to: number): number;
  /** One of the list; throws on an empty one. */
  pick<T>(list: readonly T[]): T;
  /** The list in another order. */
  shuffled<T>(list: readonly T[]): readonly T[];
  /** That many hexadecimal digits. */
  hex(digits: number): string;
}

/** Four 32-bit words from a text (cyrb128). */
const wordsOf = (text: string): [number, number, number, number] => {
  let [a, b, c, d] = [1779033703, 3144134277, 1013904242, 2773480762];
  for (let index = 0; index < text.length; index += 1) {
    const unit = text.charCodeAt(index);
    a = b ^ Math.imul(a ^ unit, 597399067);
    b = c ^ Math.imul(b ^ unit, 2869860233);
    c = d ^ Math.imul(c ^ unit, 951274213);
    d = a ^ Math.imul(d ^ unit, 2716044179);
  }
  return [a, b, c, d];
};

/** The sfc32 generator (Chris Doty-Humphrey, PractRand). */
const sfc32 = (text: string): (() => number) => {
  let [a, b, c, d] = wordsOf(text);
  const next = (): number => {
    const sum = (((a + b) | 0) + d) | 0;
    d = (d + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = ((c << 21) | (c >>> 11)) + sum;
    return sum >>> 0;
  };
  for (let warmUp = 0; warmUp < 12; warmUp += 1) next();
  return next;
};

/** @returns a source of chance that is the same for the same seed and purpose, and independent of those for other purposes. */
export const createRandom = (seed: number, purpose: string): Random => {
  const next = sfc32(`${seed}/${purpose}`);
  const fraction = (): number => next() / 2 ** 32;
  const between = (from: number, to: number): number => from + Math.floor(fraction() * (to - from + 1));
  return {
    fraction,
    // A certain outcome takes no draw, so that a fault switched off changes nothing else.
    chance: (probability) => probability > 0 && fraction() < probability,
    between,
    pick: (list) => {
      const index = between(0, list.length - 1);
      if (index >= list.length || list.length === 0) throw new RangeError('nothing to pick from');
      return list[index] as (typeof list)[number];
    },
    shuffled: (list) =>
      list
        .map((element) => ({ element, place: fraction() }))
        .toSorted((left, right) => left.place - right.place)
        .map(({ element }) => element),
    hex: (digits) => {
      let text = '';
      while (text.length < digits) text += next().toString(16).padStart(8, '0');
      return text.slice(0, digits);
    },
  };
};

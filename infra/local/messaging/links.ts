import type { CityCode } from '../../../shared/domain/kernel/city-code.ts';

/** Thrown when a message would have to pass a link that is cut. */
export class LinkCut extends Error {
  constructor(from: CityCode, to: CityCode) {
    super(`the link from ${from} to ${to} is cut`);
    this.name = 'LinkCut';
  }
}

/** The ways from city to city, each of which can be cut and healed, to see what happens when a neighbour is out of reach. */
export class Links {
  private readonly cuts = new Set<string>();
  private readonly healed: ((from: CityCode, to: CityCode) => void)[] = [];

  cut(from: CityCode, to: CityCode): void {
    this.cuts.add(`${from}>${to}`);
  }

  heal(from: CityCode, to: CityCode): void {
    if (!this.cuts.delete(`${from}>${to}`)) return;
    for (const listener of this.healed) listener(from, to);
  }

  onHealed(listener: (from: CityCode, to: CityCode) => void): void {
    this.healed.push(listener);
  }

  /** @throws LinkCut when nothing gets from the one city to the other. */
  pass(from: CityCode, to: CityCode): void {
    if (this.cuts.has(`${from}>${to}`)) throw new LinkCut(from, to);
  }

  /** @returns the links that are cut. */
  get cutLinks(): readonly { readonly from: CityCode; readonly to: CityCode }[] {
    return [...this.cuts].map((link) => {
      const [from = '', to = ''] = link.split('>');
      return { from, to };
    });
  }
}

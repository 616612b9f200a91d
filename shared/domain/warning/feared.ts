import type { CityCode } from '../kernel/city-code.ts';
import type { Instant } from '../kernel/instant.ts';
import type { Text } from '../kernel/text.ts';
import type { Hazard } from '../vocabulary/hazards.ts';
import { levelOf, WARNING_COLOURS, type WarningColour } from './warning-colour.ts';

/** Something that is warned of in a city. */
export interface Fear {
  readonly colour: WarningColour;
  /** None: it is not known which. */
  readonly hazards: readonly Hazard[];
  readonly headline: string;
  readonly until: Instant;
}

/** What is warned of now, by city; a city that is not named is under no warning known here. */
export type Feared = ReadonlyMap<CityCode, readonly Fear[]>;

/** @returns the gravest of what is feared. */
export const gravestOf = (fears: readonly Fear[] = []): Fear | undefined =>
  fears.toSorted((one, other) => levelOf(one.colour) - levelOf(other.colour))[0];

/**
 * What a giver is put back by in the order of who is sent, minutes: it may want its teams itself. Orange is a hint, and less than that leaves
 * the order alone.
 */
const PUT_BACK_MINUTES: Readonly<Record<WarningColour, number>> = { red: 120, orange: 30, yellow: 0, blue: 0 };

/** @returns by how many minutes later than it arrives a giver is ranked. */
export const putBackMinutes = (fears: readonly Fear[] | undefined): number => {
  const gravest = gravestOf(fears);
  return gravest === undefined ? 0 : PUT_BACK_MINUTES[gravest.colour];
};

/** @returns that a city is under a warning, to be said of what it could give. */
export const underWarning = ({ colour, headline }: Fear): Text => ({
  zh: `其所在城市处于${WARNING_COLOURS[colour].zh}预警（${headline}），可能须自用`,
  en: `its city is under a ${WARNING_COLOURS[colour].en} warning (${headline}) and may need it itself`,
});

/** From which colour on, and for what, a city asks its duty room before it promises by a pre-authorisation. */
export interface Caution {
  readonly colour: WarningColour;
  /** `any`: whatever is feared; `same`: only what the request is for. */
  readonly hazards: 'any' | 'same';
}

/** @returns what keeps a city from promising by itself now, if anything does. */
export const cautionedBy = (
  fears: readonly Fear[] | undefined,
  hazard: Hazard,
  { colour, hazards }: Caution,
): Fear | undefined =>
  gravestOf(
    (fears ?? []).filter(
      (fear) => levelOf(fear.colour) <= levelOf(colour) && (hazards === 'any' || fear.hazards.includes(hazard)),
    ),
  );

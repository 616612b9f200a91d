import * as z from 'zod';
import type { CapAlert } from '../cap/cap-alert.ts';
import type { CapInfo } from '../cap/cap-info.ts';
import { CityCodeSchema } from '../kernel/city-code.ts';
import { type Hazard, HazardSchema } from '../vocabulary/hazards.ts';
import { AREA_BASES, areaOf, basisFor, type WarnableCity } from './warning-area.ts';
import { colourNamedIn, colourOfSeverity, gravest, type WarningColour, WarningColourSchema } from './warning-colour.ts';
import type { WarningVocabulary } from './warning-vocabulary.ts';

/** Hazards that a warning is listed under. */
const MOST_HAZARDS = 4;

/** What an alert comes to for this service. */
export const AssessmentSchema = z
  .strictObject({
    /** None where neither colour nor severity is said. */
    colour: WarningColourSchema.optional(),
    hazards: z.array(HazardSchema).max(MOST_HAZARDS),
    /** The cities in its area, of those that the service knows. */
    cities: z.array(z.strictObject({ city: CityCodeSchema, basis: z.enum(AREA_BASES) })),
  })
  .meta({ id: 'WarningAssessment' });
export type Assessment = z.infer<typeof AssessmentSchema>;

const colourOf = (info: CapInfo, { colourNames }: WarningVocabulary): WarningColour | undefined => {
  const coded = [...(info.parameter ?? []), ...(info.eventCode ?? [])]
    .filter(({ valueName }) => colourNames.includes(valueName.trim().toLowerCase()))
    .map(({ value }) => colourNamedIn(value));
  return gravest(coded) ?? colourNamedIn(`${info.headline ?? ''} ${info.event}`) ?? colourOfSeverity(info.severity);
};

const hazardsOf = (info: CapInfo, { events }: WarningVocabulary): readonly Hazard[] => {
  const codes = (info.eventCode ?? []).map(({ value }) => value.trim().toUpperCase());
  const coded = events.filter(({ code }) => codes.includes(code));
  const text = `${info.event} ${info.headline ?? ''}`.toLowerCase();
  const found = coded.length > 0 ? coded : events.filter(({ words }) => words.some((word) => text.includes(word)));
  return found.flatMap(({ hazard }) => hazard ?? []);
};

/** @returns the colour, hazards and cities of an alert: the gravest colour and all hazards of what it says for its audiences. */
export const assess = (alert: CapAlert, vocabulary: WarningVocabulary, cities: readonly WarnableCity[]): Assessment => {
  const { info: infos = [] } = alert;
  const colour = gravest(infos.map((info) => colourOf(info, vocabulary)));
  const hazards = [...new Set(infos.flatMap((info) => hazardsOf(info, vocabulary)))].slice(0, MOST_HAZARDS);
  const area = areaOf(alert, vocabulary);
  const affected = cities.flatMap((city) => {
    const basis = basisFor(area, city);
    return basis === undefined ? [] : [{ city: city.code, basis }];
  });
  return { ...(colour === undefined ? {} : { colour }), hazards, cities: affected };
};

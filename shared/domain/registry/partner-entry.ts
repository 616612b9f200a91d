import type * as z from 'zod';
import type { Position } from '../vocabulary/position.ts';
import { type RegistryEntry, RegistryEntrySchema } from './registry-entry.ts';

/** Bounds, so that a message of many entries stays far below what a bus takes: an entry is found by its first words. */
const MOST_WORDS = 30;
const LONGEST_WORDS = 60;
const MOST_BLOCKED = 20;

const { words, blocked } = RegistryEntrySchema.shape;

/** A registry entry as partners have it: bounded, and of nobody in person. */
export const PartnerEntrySchema = RegistryEntrySchema.extend({
  words: words.max(MOST_WORDS),
  blocked: blocked.max(MOST_BLOCKED),
}).meta({ id: 'PartnerEntry' });
export type PartnerEntry = z.infer<typeof PartnerEntrySchema>;

/** What reaches somebody: a telephone number of whatever country, an address for mail. People write them into any field. */
const CONTACT = /\+?\d(?:[\s()-]{0,2}\d){6,}|[\w.%+-]{1,64}@[\w-]{1,63}\.[\w.-]{2,190}/gu;

const hasContact = (text: string): boolean => text.search(CONTACT) !== -1;

const withoutContact = (text: string): string => text.replace(CONTACT, '…').trim();

/** Where a person lives or works, to a tenth of a degree: some ten kilometres, enough for how far they have to come. */
const vague = ({ latitude, longitude, crs }: Position, city: string): Position => ({
  latitude: Math.round(latitude * 10) / 10,
  longitude: Math.round(longitude * 10) / 10,
  crs,
  place: city,
});

/** An expert is a person: what is left is the group, the title and what they advise on. */
const impersonal = ({ nameEn: _, ...entry }: RegistryEntry): RegistryEntry => {
  if (!entry.expertise) throw new Error('an expert has an expertise');
  const { employer, averageGrade: _grade, ...expertise } = entry.expertise;
  return {
    ...entry,
    name: `${expertise.subgroup} ${expertise.title}`,
    words: entry.words.filter((said) => said !== employer),
    position: vague(entry.position, entry.city),
    expertise,
  };
};

/**
 * @returns the entry as partners may have it. Of an expert: no name, no employer, no appraisal, and only roughly where. Of anything:
 * no telephone number, no address for mail, even if somebody wrote one where it does not belong.
 */
export const partnerEntry = (entry: RegistryEntry): PartnerEntry => {
  const shown = entry.kind === 'expert' ? impersonal(entry) : entry;
  return PartnerEntrySchema.parse({
    ...shown,
    name: withoutContact(shown.name),
    ...(shown.nameEn === undefined ? {} : { nameEn: withoutContact(shown.nameEn) }),
    position: { ...shown.position, place: withoutContact(shown.position.place) },
    words: shown.words
      .filter((said) => !hasContact(said))
      .slice(0, MOST_WORDS)
      .map((said) => said.slice(0, LONGEST_WORDS).trim()),
    blocked: shown.blocked.toSorted((one, other) => (one.from < other.from ? -1 : 1)).slice(-MOST_BLOCKED),
  });
};

/** @returns whether two entries say the same. */
export const sameEntry = (one: PartnerEntry, other: PartnerEntry): boolean =>
  JSON.stringify(PartnerEntrySchema.parse(one)) === JSON.stringify(PartnerEntrySchema.parse(other));

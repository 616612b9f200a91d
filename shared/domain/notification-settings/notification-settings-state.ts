import * as z from 'zod';
import { InstantSchema } from '../kernel/instant.ts';
import { PersonReferenceSchema } from '../kernel/person-reference.ts';
import { LANGUAGES } from '../kernel/text.ts';
import type { Audience } from '../notification/audience.ts';
import { QuietHoursSchema } from '../notification/quiet-hours.ts';
import { CityWaySchema, KeptMailServerSchema, PersonWaySchema, SmsGatewaySchema } from './way.ts';

/** Minutes an urgent notice may lie unread before the next way, and then the next person, is tried. */
export const ESCALATION_MINUTES = 5;

export const AudienceSchema = z.custom<Audience>((value) => typeof value === 'string' && value !== '');
const LanguageSchema = z.enum(LANGUAGES);

const base = { id: z.uuid(), savedAt: InstantSchema };

/** How a person wants to be told. */
export const PersonSettingsSchema = z.strictObject({
  of: z.literal('person'),
  ...base,
  person: PersonReferenceSchema,
  /** Those the person was in when the settings were saved or last confirmed: nobody else tells who belongs to them. */
  audiences: z.array(AudienceSchema).min(1),
  language: LanguageSchema,
  quietHours: QuietHoursSchema.optional(),
  /** In the order in which they are tried. */
  ways: z.array(PersonWaySchema).max(3),
});
export type PersonSettings = z.infer<typeof PersonSettingsSchema>;

/** How the duty room is told, and by which servers people are. */
export const CitySettingsSchema = z.strictObject({
  of: z.literal('city'),
  ...base,
  language: LanguageSchema,
  ways: z.array(CityWaySchema).max(10),
  mail: KeptMailServerSchema.optional(),
  sms: SmsGatewaySchema.optional(),
  escalateAfterMinutes: z.int().min(1).max(240),
});
export type CitySettings = z.infer<typeof CitySettingsSchema>;

/** Settings of a person or of the city: in use, or ended, after which nobody is told by them. */
export const NotificationSettingsStateSchema = z.discriminatedUnion('status', [
  z.strictObject({
    status: z.literal('in-use'),
    settings: z.discriminatedUnion('of', [PersonSettingsSchema, CitySettingsSchema]),
  }),
  z.strictObject({ status: z.literal('ended'), id: z.uuid(), personId: z.string(), endedAt: InstantSchema }),
]);
export type NotificationSettingsState = z.infer<typeof NotificationSettingsStateSchema>;

/** @returns the id of a city's own settings: the same for ever. */
export const citySettingsId = (city: string): string => `00000000-0000-8000-8001-000000${city}`;

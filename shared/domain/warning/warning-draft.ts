import * as z from 'zod';
import type { CapAlert } from '../cap/cap-alert.ts';
import {
  type CapCategorySchema,
  CapCertaintySchema,
  CapResponseTypeSchema,
  CapUrgencySchema,
} from '../cap/cap-codes.ts';
import { CapAreaSchema } from '../cap/cap-info.ts';
import { type CapReference, referenceText } from '../cap/cap-reference.ts';
import { capMoment } from '../cap/cap-text.ts';
import { warningIdentifier } from '../cap/warning-identifier.ts';
import type { CityCode } from '../kernel/city-code.ts';
import { type Instant, InstantSchema } from '../kernel/instant.ts';
import { wordsSchema } from '../kernel/words.ts';
import { type Hazard, HazardSchema } from '../vocabulary/hazards.ts';
import { ownSender } from './own-sender.ts';
import { WARNING_COLOURS, WarningColourSchema } from './warning-colour.ts';

/** What a city warns of, as its people write it. */
export const WarningDraftSchema = z
  .strictObject({
    hazard: HazardSchema,
    colour: WarningColourSchema,
    /** What it is called, e.g. 暴雨. */
    event: wordsSchema(100),
    /** Code of the event in the issuer's table. */
    eventCode: wordsSchema(50).optional(),
    headline: wordsSchema(200),
    description: wordsSchema(4000),
    instruction: wordsSchema(4000).optional(),
    urgency: CapUrgencySchema,
    certainty: CapCertaintySchema,
    responseTypes: z.array(CapResponseTypeSchema).min(1).max(9).optional(),
    onset: InstantSchema.optional(),
    expiresAt: InstantSchema,
    areas: z.array(CapAreaSchema).min(1).max(50),
    contact: wordsSchema(200).optional(),
    /** For whom, where it is not for the public. */
    restriction: wordsSchema(500).optional(),
  })
  .meta({ id: 'WarningDraft' });
export type WarningDraft = z.infer<typeof WarningDraftSchema>;

const CATEGORY_OF: Readonly<Record<Hazard, z.infer<typeof CapCategorySchema>>> = {
  flood: 'Met',
  earthquake: 'Geo',
  geological: 'Geo',
  'snow-and-ice': 'Met',
  drought: 'Met',
  'grassland-fire': 'Fire',
  fire: 'Fire',
  chemical: 'CBRNE',
  mine: 'Safety',
  'building-collapse': 'Infra',
  transport: 'Transport',
  utilities: 'Infra',
  epidemic: 'Health',
  'mass-gathering': 'Security',
};

/** Who sends an alert, and when. */
export interface Sending {
  readonly city: CityCode;
  readonly senderName: string;
  readonly now: Instant;
}

/** @returns what names the alert that a city sends at a moment. */
export const ownReference = ({ city, now }: Pick<Sending, 'city' | 'now'>): CapReference => ({
  sender: ownSender(city),
  identifier: warningIdentifier(city, now),
  sent: capMoment(now),
});

const infoOf = (draft: WarningDraft, { senderName, now }: Sending): NonNullable<CapAlert['info']>[number] => {
  const { severity, zh: colourName } = WARNING_COLOURS[draft.colour];
  return {
    language: 'zh-CN',
    category: [CATEGORY_OF[draft.hazard]],
    event: draft.event,
    responseType: draft.responseTypes,
    urgency: draft.urgency,
    severity,
    certainty: draft.certainty,
    eventCode: draft.eventCode === undefined ? undefined : [{ valueName: 'eventType', value: draft.eventCode }],
    effective: capMoment(now),
    onset: draft.onset === undefined ? undefined : capMoment(draft.onset),
    expires: capMoment(draft.expiresAt),
    senderName,
    headline: draft.headline,
    description: draft.description,
    instruction: draft.instruction,
    contact: draft.contact,
    parameter: [{ valueName: '预警颜色', value: colourName }],
    area: draft.areas,
  };
};

/** In which realm a city issues a warning, and which one of its own takes the place of. */
export interface Issuing {
  readonly status: CapAlert['status'];
  readonly former?: CapReference | undefined;
}

/** @returns the alert that says what a city warns of. */
export const alertOfDraft = (draft: WarningDraft, { status, former }: Issuing, sending: Sending): CapAlert => ({
  ...ownReference(sending),
  status,
  msgType: former ? 'Update' : 'Alert',
  scope: draft.restriction === undefined ? 'Public' : 'Restricted',
  restriction: draft.restriction,
  references: former && referenceText(former),
  info: [infoOf(draft, sending)],
});

/** @returns the alert by which a city takes back a warning of its own. */
export const cancellationOf = (
  { status, scope, restriction, ...former }: CapAlert,
  note: string,
  sending: Sending,
): CapAlert => ({
  ...ownReference(sending),
  status,
  msgType: 'Cancel',
  scope,
  restriction,
  note,
  references: referenceText(former),
});

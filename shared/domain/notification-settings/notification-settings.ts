import * as z from 'zod';
import type { Aggregate, ClockRanOut, Listing } from '../kernel/aggregate.ts';
import { accept, type Circumstances, type Decision, refuse } from '../kernel/decision.ts';
import { DAY_MS, InstantSchema, plus } from '../kernel/instant.ts';
import { routine } from '../kernel/notice.ts';
import { reason } from '../kernel/refusal.ts';
import type { Audience } from '../notification/audience.ts';
import {
  CitySettingsSchema,
  type NotificationSettingsState,
  NotificationSettingsStateSchema,
  type PersonSettings,
  PersonSettingsSchema,
} from './notification-settings-state.ts';

const SettingsSchema = z.discriminatedUnion('of', [PersonSettingsSchema, CitySettingsSchema]);
type Settings = z.infer<typeof SettingsSchema>;

/** How long after they were saved the settings of a person still count, milliseconds: nobody tells the service who has left. */
const CONFIRMED_FOR_MS = 180 * DAY_MS;

export const NotificationSettingsEventSchema = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('notificationSettingsSaved'), settings: SettingsSchema }),
  z.strictObject({
    type: z.literal('notificationSettingsEnded'),
    /** `unconfirmed`: nobody has saved them for half a year. */
    why: z.enum(['unconfirmed', 'by-administrator']),
    reason: z.string().optional(),
    at: InstantSchema,
  }),
]);
export type NotificationSettingsEvent = z.infer<typeof NotificationSettingsEventSchema>;

export type NotificationSettingsCommand =
  | { readonly type: 'save'; readonly settings: Settings }
  | { readonly type: 'end'; readonly reason: string }
  | ClockRanOut;

/** Why commands on settings are refused. */
export const NOTIFICATION_SETTINGS_REFUSALS = {
  unknown: reason('notification-settings-unknown', 'missing', {
    zh: '该人员没有通知设置。',
    en: 'This person has no notification settings.',
  }),
  noMailServer: reason('no-mail-server', 'conflict', {
    zh: '管理员尚未设置邮件服务器，不能以邮件通知。',
    en: 'The administrator has set no mail server; nobody can be told by e-mail.',
  }),
  noSmsGateway: reason('no-sms-gateway', 'conflict', {
    zh: '管理员尚未设置短信网关，不能以短信通知。',
    en: 'The administrator has set no gateway for short messages; nobody can be told by them.',
  }),
  addressMissing: reason('way-without-address', 'invalid', {
    zh: '该通知方式尚未设置地址。',
    en: 'This way has no address yet; name one.',
  }),
} as const;

const dueAt = (state: NotificationSettingsState) =>
  state.status === 'in-use' && state.settings.of === 'person'
    ? plus(state.settings.savedAt, CONFIRMED_FOR_MS)
    : undefined;

const decide = (
  state: NotificationSettingsState | undefined,
  command: NotificationSettingsCommand,
  { now: at }: Circumstances,
): Decision<NotificationSettingsEvent> => {
  if (command.type === 'save') return accept({ type: 'notificationSettingsSaved', settings: command.settings });
  if (command.type === 'clock-ran-out') {
    const due = state && dueAt(state);
    return due !== undefined && due <= at
      ? accept({ type: 'notificationSettingsEnded', why: 'unconfirmed', at })
      : accept();
  }
  if (state?.status !== 'in-use' || state.settings.of !== 'person')
    return refuse(NOTIFICATION_SETTINGS_REFUSALS.unknown);
  return accept({ type: 'notificationSettingsEnded', why: 'by-administrator', reason: command.reason, at });
};

const evolve = (
  state: NotificationSettingsState | undefined,
  event: NotificationSettingsEvent,
): NotificationSettingsState => {
  if (event.type === 'notificationSettingsSaved') return { status: 'in-use', settings: event.settings };
  if (state?.status !== 'in-use' || state.settings.of !== 'person')
    throw new Error('only the settings of a person end, and only once');
  const { id, person } = state.settings;
  return { status: 'ended', id, personId: person.id, endedAt: event.at };
};

/** What is known of somebody who is to be told; where they are reached is a secret. */
export const SubscriberSchema = PersonSettingsSchema.pick({ language: true, quietHours: true, ways: true }).extend({
  personId: z.string(),
});
export type Subscriber = z.infer<typeof SubscriberSchema>;

/** @returns the list of those of an audience who are told besides in the service itself. */
export const subscriberList = (audience: Audience): string => `notification-settings/audience/${audience}`;

/** @returns the settings as they are listed. */
export const subscriberOf = ({ person, language, quietHours, ways }: PersonSettings): Subscriber => ({
  personId: person.id,
  ...{ language, ways },
  ...(quietHours === undefined ? {} : { quietHours }),
});

const listings = (state: NotificationSettingsState): readonly Listing[] => {
  if (state.status !== 'in-use' || state.settings.of !== 'person' || state.settings.ways.length === 0) return [];
  const { audiences, person } = state.settings;
  const card = subscriberOf(state.settings);
  return audiences.map((audience) => ({ list: subscriberList(audience), sort: person.id, card }));
};

/** How one person, or the duty room, is told of notices. */
export const notificationSettings: Aggregate<
  NotificationSettingsState,
  NotificationSettingsCommand,
  NotificationSettingsEvent
> = {
  kind: 'notification-settings',
  stateSchema: NotificationSettingsStateSchema,
  eventSchema: NotificationSettingsEventSchema,
  decide,
  evolve,
  dueAt,
  listings,
  notices: (event, state) =>
    event.type === 'notificationSettingsEnded' && state.status === 'ended'
      ? [
          {
            ...routine(
              '您的通知设置已停用，如仍需接收通知请重新保存。',
              'Your notification settings are no longer in use; save them again if you still want to be told.',
            ),
            to: [{ who: 'person', personId: state.personId }],
            only: true,
          },
        ]
      : [],
  isExercise: () => false,
};

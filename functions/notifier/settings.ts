import { load } from '../../shared/data/loaded.ts';
import { keys } from '../../shared/data/table.ts';
import type { Audience } from '../../shared/domain/notification/audience.ts';
import {
  type Subscriber,
  SubscriberSchema,
  subscriberList,
} from '../../shared/domain/notification-settings/notification-settings.ts';
import {
  type CitySettings,
  citySettingsId,
  ESCALATION_MINUTES,
} from '../../shared/domain/notification-settings/notification-settings-state.ts';
import { notificationSettingsConversation } from '../../shared/exchange/conversations/notification-settings.ts';
import type { NotifierCell } from './notifier-cell.ts';

/** What is known of how the duty room is told. */
export type DutyRoomWays = Pick<CitySettings, 'language' | 'ways' | 'mail' | 'sms' | 'escalateAfterMinutes'>;

const NOTHING_SET: DutyRoomWays = { language: 'zh', ways: [], escalateAfterMinutes: ESCALATION_MINUTES };

/** @returns the city's settings: one GetItem. */
export const citySettings = async ({ city, store }: Pick<NotifierCell, 'city' | 'store'>): Promise<DutyRoomWays> => {
  const loaded = await load(store, notificationSettingsConversation, citySettingsId(city));
  return loaded?.state.status === 'in-use' && loaded.state.settings.of === 'city' ? loaded.state.settings : NOTHING_SET;
};

/** @returns whoever of some audiences has ways on which to be told, each once: a Query for each audience. */
export const subscribersOf = async (
  { store }: Pick<NotifierCell, 'store'>,
  audiences: readonly Audience[],
): Promise<readonly Subscriber[]> => {
  const pages = await Promise.all(
    audiences.map((audience) => store.query({ pk: keys.listing(subscriberList(audience), '').pk })),
  );
  const cards = pages.flatMap(({ items }) => items.map(({ card }) => SubscriberSchema.parse(card)));
  return [...new Map(cards.map((card) => [card.personId, card])).values()];
};

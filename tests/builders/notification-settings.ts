import { keys } from '../../shared/data/table.ts';
import { notificationSettings } from '../../shared/domain/notification-settings/notification-settings.ts';
import type { PersonSettings } from '../../shared/domain/notification-settings/notification-settings-state.ts';
import { UNDELIVERED_LIST } from '../../shared/notify/delivery-row.ts';
import { waitingKey } from '../../shared/notify/robot-window.ts';
import { NOW } from './circumstances.ts';

const ID = '0190b000-0000-7000-8000-00000000a101';

/** @returns settings of somebody who is told by webhook. */
export const somePersonSettings = (more: Partial<PersonSettings> = {}): PersonSettings => ({
  of: 'person',
  id: ID,
  person: { id: 'p', name: '甲' },
  audiences: ['duty-room', 'role/approver', 'person/p'],
  language: 'zh',
  ways: [{ channel: 'webhook', secretId: ID, shown: 'hooks.example', urgencies: ['urgent'] }],
  savedAt: NOW,
  ...more,
});

/** @returns the partitions of the lists of settings and deliveries. */
export const notificationLists = (): readonly string[] => [
  ...notificationSettings
    .listings({ status: 'in-use', settings: somePersonSettings() })
    .map(({ list }) => keys.listing(list, '').pk),
  keys.listing(UNDELIVERED_LIST, '').pk,
  waitingKey(ID, '').pk,
];

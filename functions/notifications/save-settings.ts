import { EXECUTION_REFUSALS, execute } from '../../shared/data/execute.ts';
import { type LoadedSet, load } from '../../shared/data/loaded.ts';
import type { NotificationSettingsCommand } from '../../shared/domain/notification-settings/notification-settings.ts';
import type {
  CitySettings,
  NotificationSettingsState,
  PersonSettings,
} from '../../shared/domain/notification-settings/notification-settings-state.ts';
import { conversationsOf } from '../../shared/exchange/conversation.ts';
import { notificationSettingsConversation as conversation } from '../../shared/exchange/conversations/notification-settings.ts';
import { problemOfRefusal } from '../../shared/http/problems.ts';
import { outputOf } from '../../shared/lambda/aggregate-routes.ts';
import type { RouteInput, RouteOutput } from '../../shared/lambda/bound-route.ts';
import type { SettingsCell } from './notifications-cell.ts';
import type { KeptAddress } from './way-secrets.ts';

const CONVERSATIONS = conversationsOf(conversation);

type Settings = PersonSettings | CitySettings;

/** Settings as they are to be, and the secrets that go with them. */
export interface Saving<S extends Settings> {
  readonly settings: S;
  readonly addresses: readonly Pick<KeptAddress, 'secretId' | 'secret'>[];
}

/** @returns the settings that an aggregate holds, unless they are ended. */
export const settingsIn = <O extends Settings['of']>(
  state: NotificationSettingsState | undefined,
  of: O,
): Extract<Settings, { of: O }> | undefined =>
  state?.status === 'in-use' && state.settings.of === of ? (state.settings as Extract<Settings, { of: O }>) : undefined;

/** Settings as they were read, to be saved over. */
export interface Read {
  readonly settings: Settings | undefined;
  readonly version: number;
}

/** Reads settings. @returns them, and the version that a change must name: 0 where nothing was ever set. */
export const readSettings = async <O extends Settings['of']>({ store }: SettingsCell, id: string, of: O) => {
  const loaded = await load(store, conversation, id);
  return { settings: settingsIn(loaded?.state, of), version: loaded?.row.version ?? 0 };
};

const secretIds = (settings: Settings | undefined): readonly string[] => {
  if (!settings) return [];
  const servers = settings.of === 'city' ? [settings.mail?.secretId, settings.sms?.secretId] : [];
  return [...settings.ways.map(({ secretId }) => secretId), ...servers].flatMap((id) => id ?? []);
};

/**
 * Saves settings: first the secrets under fresh ids, then what names them, then forgets the secrets that nothing names any more. What
 * fails in between leaves a secret that nobody uses, and never a way without one.
 */
export const saveSettings = async <S extends Settings, V>(
  cell: SettingsCell,
  { actor, ifMatch }: Pick<RouteInput<unknown, unknown, unknown>, 'actor' | 'ifMatch'>,
  { settings: before, version }: Read,
  { settings, addresses }: Saving<S>,
  view: (settings: S) => V,
): Promise<RouteOutput<V>> => {
  if (ifMatch !== undefined && ifMatch !== version)
    throw problemOfRefusal({ reason: EXECUTION_REFUSALS.stale, parameters: { current: version } });
  for (const { secretId, secret } of addresses) if (secret !== undefined) await cell.secrets.put(secretId, secret);
  const command = (_others: LoadedSet): NotificationSettingsCommand => ({ type: 'save', settings });
  const executed = await execute(cell, CONVERSATIONS, {
    target: { kind: conversation.aggregate.kind, id: settings.id },
    actor,
    command,
    ...(ifMatch === undefined ? {} : { ifMatch }),
  });
  const kept = new Set(secretIds(executed.outcome === 'done' ? settings : before));
  const named = [...secretIds(before), ...secretIds(settings)];
  await Promise.all(named.filter((id) => !kept.has(id)).map((id) => cell.secrets.remove(id)));
  return outputOf(executed, () => view(settings));
};

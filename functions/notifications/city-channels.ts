import {
  type CitySettings,
  citySettingsId,
} from '../../shared/domain/notification-settings/notification-settings-state.ts';
import { type CitySettingsBody, citySettingsView } from '../../shared/http/views/notification-settings.ts';
import type { RouteInput } from '../../shared/lambda/bound-route.ts';
import type { SettingsCell } from './notifications-cell.ts';
import { readSettings, type Saving, saveSettings } from './save-settings.ts';
import { type KeptAddress, keptAddress } from './way-secrets.ts';

type Kept<T> = T & Pick<KeptAddress, 'secret'>;

/** The mail server, and its password where that is set anew. */
const mailOf = (
  { newId }: SettingsCell,
  { mail }: CitySettingsBody,
  before: CitySettings | undefined,
): Kept<NonNullable<CitySettings['mail']>> | undefined => {
  if (!mail) return undefined;
  const { password, ...server } = mail;
  if (password !== undefined) return { ...server, secretId: newId(), secret: JSON.stringify({ password }) };
  const old = before?.mail;
  // A password is for the server and the user that it was set for.
  const isSame = old?.host === server.host && old.user === server.user;
  return isSame && old.secretId !== undefined ? { ...server, secretId: old.secretId } : server;
};

const withoutSecret = <T extends { readonly secret?: string }>({ secret: _, ...rest }: T): Omit<T, 'secret'> => rest;

const savingOf = (
  cell: SettingsCell,
  body: CitySettingsBody,
  before: CitySettings | undefined,
): Saving<CitySettings> => {
  const { newId, clock, city } = cell;
  const ways = body.ways.map(({ address, wayId, name, channel, urgencies }, index) => {
    const old = before?.ways.find((way) => way.wayId === wayId && way.channel === channel);
    const kept = keptAddress(address, old, newId, `/ways/${index}/address`);
    return { wayId: old?.wayId ?? newId(), name, channel, urgencies, ...kept };
  });
  const mail = mailOf(cell, body, before);
  const sms = body.sms && keptAddress(body.sms.address, before?.sms, newId, '/sms/address');
  return {
    addresses: [
      ...ways,
      ...(sms ? [sms] : []),
      ...(mail?.secretId === undefined ? [] : [{ ...mail, secretId: mail.secretId }]),
    ],
    settings: {
      of: 'city',
      id: citySettingsId(city),
      language: body.language,
      ways: ways.map(withoutSecret),
      ...(mail ? { mail: withoutSecret(mail) } : {}),
      ...(sms ? { sms: withoutSecret(sms) } : {}),
      escalateAfterMinutes: body.escalateAfterMinutes,
      savedAt: clock.now(),
    },
  };
};

/** How the duty room is told. */
export const readCityChannels = async (cell: SettingsCell) => {
  const { settings, version } = await readSettings(cell, citySettingsId(cell.city), 'city');
  return { body: citySettingsView(settings), version };
};

/** Sets how the duty room is told. */
export const saveCityChannels = async (cell: SettingsCell, input: RouteInput<unknown, unknown, CitySettingsBody>) => {
  const before = await readSettings(cell, citySettingsId(cell.city), 'city');
  return saveSettings(cell, input, before, savingOf(cell, input.body, before.settings), citySettingsView);
};

import { v5 } from 'uuid';
import type { PersonSettings } from '../../shared/domain/notification-settings/notification-settings-state.ts';
import { noticedBy } from '../../shared/http/audiences-of-person.ts';
import type { Person } from '../../shared/http/person.ts';
import { type PersonSettingsBody, personSettingsView } from '../../shared/http/views/notification-settings.ts';
import type { RouteInput } from '../../shared/lambda/bound-route.ts';
import type { SettingsCell } from './notifications-cell.ts';
import { readSettings, type Saving, saveSettings } from './save-settings.ts';
import { keptAddress } from './way-secrets.ts';

/** Settings of people are under ids that follow from theirs. */
const NAMESPACE = '6f1d7b0e-6a4f-4f0e-9d58-0b8c2f6a1d3e';

/** @returns the id of a person's settings. */
export const personSettingsId = (personId: string): string => v5(personId, NAMESPACE);

/** @returns the settings as a person wants them from now on. */
const savingOf = (
  { newId, clock }: SettingsCell,
  { id: personId, name, ...claims }: Person,
  { ways, ...body }: PersonSettingsBody,
  before: PersonSettings | undefined,
): Saving<PersonSettings> => {
  const kept = ways.map(({ channel, urgencies, address }, index) => {
    const old = before?.ways.find((way) => way.channel === channel);
    return { channel, urgencies, ...keptAddress(address, old, newId, `/ways/${index}/address`) };
  });
  return {
    addresses: kept,
    settings: {
      of: 'person',
      id: personSettingsId(personId),
      person: { id: personId, name },
      audiences: [...noticedBy({ id: personId, name, ...claims })],
      language: body.language,
      ...(body.quietHours === undefined ? {} : { quietHours: body.quietHours }),
      ways: kept.map(({ channel, urgencies, secretId, shown }) => ({ channel, urgencies, secretId, shown })),
      savedAt: clock.now(),
    },
  };
};

/** The own settings of whoever is signed in. */
export const readOwnSettings = async (cell: SettingsCell, person: Person) => {
  const { settings, version } = await readSettings(cell, personSettingsId(person.id), 'person');
  return { body: personSettingsView(settings), version };
};

/** Saves the own settings. Who belongs to which audience is taken from the claims the person comes with now. */
export const saveOwnSettings = async (cell: SettingsCell, input: RouteInput<unknown, unknown, PersonSettingsBody>) => {
  const before = await readSettings(cell, personSettingsId(input.person.id), 'person');
  const saving = savingOf(cell, input.person, input.body, before.settings);
  return saveSettings(cell, input, before, saving, personSettingsView);
};

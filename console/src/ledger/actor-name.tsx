import type { ReactNode } from 'react';
import type { Actor } from '../../../shared/domain/kernel/actor.ts';
import type { Text } from '../../../shared/domain/kernel/text.ts';
import { ROLES } from '../../../shared/http/roles.ts';
import { cityName } from '../../../shared/reference/cities.ts';
import { useSpeech } from '../i18n/language.ts';
import { LEDGER } from './ledger-words.ts';

/** Who did it: a person in a role, a partner city by a message, or the clock. */
export const ActorName = ({ actor }: { readonly actor: Actor }): ReactNode => {
  const { say, read } = useSpeech(LEDGER);
  if (actor.kind === 'clock') return say('story.clock');
  if (actor.kind === 'city') return say('story.by-message', { city: read(cityName(actor.city)) });
  const roles = actor.roles.map((role) =>
    read((ROLES as Readonly<Record<string, Text>>)[role] ?? { zh: role, en: role }),
  );
  return say('story.person', { name: actor.name, roles: roles.join('、') });
};

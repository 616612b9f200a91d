import type { Random } from '../random.ts';
import { type Option, progress, type Situation, trouble, when } from './options.ts';
import type { KnownTeam } from './provider.ts';
import { newTeam } from './setup.ts';

/** Leaders of teams that are registered while it floods: nobody whom the duty rooms know. */
const FIRST_NEW_LEADER = 100;

/** What the keepers of a city's registry may do: what partners then must hear of. */
export const registryOptions = (
  random: Random,
  { city, now, teams }: Situation & { readonly teams: readonly KnownTeam[] },
): readonly Option[] => {
  const by = { city, role: 'administrator' } as const;
  const leader = FIRST_NEW_LEADER + random.between(0, 1_000_000);
  const retired = teams.slice(-1).filter(() => random.chance(0.2));
  return [
    ...when(random.chance(0.5), progress({ ...by, path: '/v1/teams', body: newTeam(random, { city, leader, now }) })),
    ...retired.map(({ teamId }) =>
      trouble({ ...by, path: `/v1/teams/${teamId}/retirement`, body: { reason: '队伍解散' } }),
    ),
  ];
};

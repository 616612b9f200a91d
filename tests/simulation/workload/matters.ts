import { type Fields, fieldsOf, objectsOf, textOf } from '../json.ts';
import type { Random } from '../random.ts';
import { missionOptions } from './mission.ts';
import type { Option, Situation } from './options.ts';
import { type KnownTeam, providerOptions } from './provider.ts';
import { requesterOptions } from './requester.ts';

/** Something that a duty room has on its desk. */
export interface Matter {
  readonly city: string;
  readonly path: string;
  /** What may be done about it as it is now. */
  readonly options: (view: Fields, situation: Situation, random: Random) => readonly Option[];
}

/** What the duty rooms know, each of its own city. */
export interface Knowledge {
  readonly teams: ReadonlyMap<string, KnownTeam[]>;
  /** Agreements in force, by city. */
  readonly agreements: ReadonlyMap<string, string[]>;
}

/** All that is going on: one matter for each end of each thing. */
export interface Matters {
  all(): readonly Matter[];
  addRequest(city: string, requestId: string): void;
  /** Takes up what a matter, as just read, shows to be going on besides. */
  discover(view: Fields): void;
}

/** The deployments that a request or deployment tells of, each at the end where it is now to be taken up. */
const missionsIn = (view: Fields): readonly { readonly city: string; readonly deploymentId: string }[] => {
  const { requester, owner, deploymentId } = view;
  const ends = [requester, owner].flatMap((city) =>
    typeof city === 'string' ? [{ city, deploymentId: textOf(deploymentId) }] : [],
  );
  const begun = objectsOf(view.requisitions).flatMap(({ city, commitment }) =>
    objectsOf(fieldsOf(commitment).teams).map((team) => ({
      city: textOf(city),
      deploymentId: textOf(team.deploymentId),
    })),
  );
  return [...ends, ...begun].filter(({ city }) => city !== '');
};

export const createMatters = ({ teams, agreements }: Knowledge): Matters => {
  const matters = new Map<string, Matter>();
  const teamsOf = (city: string) => teams.get(city) ?? [];
  const add = (matter: Matter): void => {
    const name = `${matter.city}${matter.path}`;
    if (!matters.has(name)) matters.set(name, matter);
  };
  const addReceived = (city: string, requestId: string): void =>
    add({
      city,
      path: `/v1/received-requests/${requestId}`,
      options: (view, situation, random) => providerOptions(view, random, { ...situation, teams: teamsOf(city) }),
    });
  const addMission = (city: string, deploymentId: string): void =>
    add({
      city,
      path: `/v1/deployments/${deploymentId}`,
      options: (view, situation, random) => missionOptions(view, random, { ...situation, teams: teamsOf(city) }),
    });
  return {
    all: () => [...matters.values()],
    addRequest: (city, requestId) =>
      add({
        city,
        path: `/v1/requests/${requestId}`,
        options: (view, situation, random) =>
          requesterOptions(view, random, { ...situation, agreements: agreements.get(city) ?? [] }),
      }),
    discover: (view) => {
      for (const { city } of objectsOf(view.placements)) addReceived(textOf(city), textOf(view.requestId));
      for (const { city, deploymentId } of missionsIn(view)) addMission(city, deploymentId);
    },
  };
};

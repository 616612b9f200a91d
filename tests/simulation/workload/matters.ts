import { type Fields, fieldsOf, objectsOf, textOf } from '../json.ts';
import type { Random } from '../random.ts';
import { agreementOptions, offerOptions, questionOptions } from './besides.ts';
import { missionOptions } from './mission.ts';
import type { Option, Situation } from './options.ts';
import { type KnownTeam, providerOptions } from './provider.ts';
import { requesterOptions } from './requester.ts';

/** Something that a duty room has on its desk. */
export interface Matter {
  readonly city: string;
  readonly path: string;
  readonly kind: MatterKind;
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
  /** Requests and the missions they bring about. */
  floods(): readonly Matter[];
  /** Offers and questions, and agreements on whose strength they are made. */
  besides(withAgreements: boolean): readonly Matter[];
  add(kind: MatterKind, city: string, id: string): void;
  /** Takes up what a matter, as a city has just seen it, shows to be going on besides. */
  discover(city: string, view: Fields): void;
}

type MatterKind = keyof typeof FOLDERS;

/** Where each kind of matter lives in a city's API. */
const FOLDERS = {
  request: '/v1/requests',
  received: '/v1/received-requests',
  mission: '/v1/deployments',
  agreement: '/v1/agreements',
  offer: '/v1/offers',
  question: '/v1/questions',
} as const;
const FLOODS: readonly MatterKind[] = ['request', 'received', 'mission'];

interface Lead {
  readonly kind: MatterKind;
  readonly city: string;
  readonly id: string;
}

/** The two ends of a thing that names its cities. */
const ends = (kind: MatterKind, id: unknown, cities: readonly unknown[]): readonly Lead[] =>
  cities.flatMap((city) => (typeof city === 'string' ? [{ kind, city, id: textOf(id) }] : []));

/** What a request leads to: itself, the request at its partners, and the missions it has brought about. */
const requestLeads = (city: string, view: Fields): readonly Lead[] => {
  const records = objectsOf(view.requisitions);
  const partners = [...objectsOf(view.placements), ...records].map((one) => one.city);
  const missions = records.flatMap((record) =>
    objectsOf(fieldsOf(record.commitment).teams).flatMap((team) => ends('mission', team.deploymentId, [record.city])),
  );
  return [
    { kind: 'request', city, id: textOf(view.requestId) },
    ...ends('received', view.requestId, partners),
    ...missions,
    ...objectsOf(view.dispatches).flatMap(({ deploymentId }) => ends('mission', deploymentId, [city])),
  ];
};

const leadsIn = (city: string, view: Fields): readonly Lead[] => [
  ...(view.placements === undefined ? [] : requestLeads(city, view)),
  ...ends('mission', view.deploymentId, [view.requester, view.owner]),
  ...ends('offer', view.offerId, [view.provider, view.receiver]),
  ...ends('question', view.questionId, [view.asker, view.asked]),
];

export const createMatters = ({ teams, agreements }: Knowledge): Matters => {
  const matters = new Map<string, Matter>();
  const incidents = new Map<string, string>();

  /** Adds what a city knows by itself to the situation its people choose in. */
  const choosing: { readonly [K in MatterKind]: Matter['options'] } = {
    request: (view, at, random) => {
      const known = { teams: teams.get(at.city) ?? [], agreements: agreements.get(at.city) ?? [] };
      return requesterOptions(view, random, { ...at, ...known });
    },
    received: (view, at, random) => providerOptions(view, random, { ...at, teams: teams.get(at.city) ?? [] }),
    mission: (view, at, random) => missionOptions(view, random, { ...at, teams: teams.get(at.city) ?? [] }),
    agreement: (view, at, random) => agreementOptions(view, random, { ...at, teams: teams.get(at.city) ?? [] }),
    offer: (view, at, random) => {
      const incident = incidents.get(at.city);
      return offerOptions(view, random, { ...at, incidents: incident === undefined ? [] : [incident] });
    },
    question: (view, at, random) => questionOptions(view, random, at),
  };

  const add = (kind: MatterKind, city: string, id: string): void => {
    const path = `${FOLDERS[kind]}/${id}`;
    const name = `${city}${path}`;
    if (id !== '' && !matters.has(name)) matters.set(name, { city, path, kind, options: choosing[kind] });
  };

  for (const [city, signed] of agreements) for (const id of signed) add('agreement', city, id);

  const ofKinds = (isWanted: (kind: MatterKind) => boolean): readonly Matter[] =>
    [...matters.values()].filter(({ kind }) => isWanted(kind));

  return {
    floods: () => ofKinds((kind) => FLOODS.includes(kind)),
    besides: (withAgreements) => ofKinds((kind) => (kind === 'agreement' ? withAgreements : !FLOODS.includes(kind))),
    add,
    discover: (city, view) => {
      const { incidentId } = fieldsOf(view.incident);
      if (view.placements !== undefined && typeof incidentId === 'string') incidents.set(city, incidentId);
      for (const lead of leadsIn(city, view)) add(lead.kind, lead.city, lead.id);
    },
  };
};

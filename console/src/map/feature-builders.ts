import type * as z from 'zod';
import { circleOf, polygonOf, type ShapePoint } from '../../../shared/domain/cap/cap-shapes.ts';
import type { DeploymentCardSchema } from '../../../shared/domain/deployment/deployment-listings.ts';
import { DEPLOYMENT_STATUSES } from '../../../shared/domain/deployment/deployment-status.ts';
import type { IncidentCardSchema } from '../../../shared/domain/incident/incident-listings.ts';
import type { Text } from '../../../shared/domain/kernel/text.ts';
import { TEAM_CONDITIONS } from '../../../shared/domain/team/team-availability.ts';
import { RESPONSE_LEVELS, type ResponseLevel } from '../../../shared/domain/vocabulary/hazards.ts';
import { circleAround } from '../../../shared/domain/warning/warning-area.ts';
import { levelOf, WARNING_COLOURS } from '../../../shared/domain/warning/warning-colour.ts';
import type { PartnerIncidentCardSchema } from '../../../shared/http/views/partner-incident.ts';
import type { TeamListEntry } from '../../../shared/http/views/team.ts';
import type { WarningView } from '../../../shared/http/views/warning.ts';
import { CITIES, cityName } from '../../../shared/reference/cities.ts';
import { STATUS_NAMES } from '../../../shared/reference/statuses.ts';
import { pointAt, shareOfWay } from './en-route.ts';
import type { Grade, MapFeature, Shapes } from './map-feature.ts';

type Say = (text: Text) => string;
type DeploymentCard = z.infer<typeof DeploymentCardSchema>;
type IncidentCard = z.infer<typeof IncidentCardSchema>;
type PartnerIncidentCard = z.infer<typeof PartnerIncidentCardSchema>;

const gradeOf = (level: ResponseLevel | undefined): Grade =>
  level === undefined ? 5 : ((RESPONSE_LEVELS.indexOf(level) + 1) as Grade);

const statusText = (status: string): Text => STATUS_NAMES[status] ?? { zh: status, en: status };

const shapesOf = (area: { readonly polygons: readonly string[]; readonly circles: readonly string[] }): Shapes => ({
  polygons: area.polygons.flatMap((text) => [polygonOf(text) ?? []]),
  circles: area.circles.flatMap((text) => circleOf(text) ?? []),
});

/** @returns an incident as it is drawn; `area` as it was read, if it was. */
export const incidentFeature = (
  card: IncidentCard | PartnerIncidentCard,
  say: Say,
  area?: { readonly polygons: readonly string[]; readonly circles: readonly string[] },
): MapFeature => {
  const { incidentId: id, title, position, responseLevel, status, exercise } = card;
  const kind = 'city' in card ? 'partner-incident' : 'incident';
  const city = 'city' in card ? `${say(cityName(card.city))} · ` : '';
  return {
    ...{ key: `${kind}:${id}`, kind, id, name: title, place: `${city}${position.place}`, exercise },
    state: [responseLevel, say(statusText(status))].filter(Boolean).join(' · '),
    grade: gradeOf(responseLevel),
    at: position,
    ...(area ? { shapes: shapesOf(area) } : {}),
  };
};

const CONDITIONS: Readonly<Record<string, NonNullable<MapFeature['condition']>>> = {
  available: 'available',
  committed: 'committed',
};

/** @returns a team where its base is. */
export const teamFeature = ({ teamId: id, name, nameEn, base, condition }: TeamListEntry, say: Say): MapFeature => ({
  ...{ key: `team:${id}`, kind: 'team', id, name: say({ zh: name, en: nameEn ?? name }), place: base.place },
  state: say(TEAM_CONDITIONS[condition]),
  exercise: false,
  grade: 5,
  condition: CONDITIONS[condition] ?? 'other',
  at: base,
});

const seatOf = (city: string): ShapePoint | undefined => CITIES.find(({ code }) => code === city)?.seat;

interface Home {
  readonly at: ShapePoint;
  readonly name: string;
}

/** @returns where a team set off: its base, where this city keeps it, else the seat of the city that sends it. */
const homeOf = ({ owner, team }: DeploymentCard, teams: readonly TeamListEntry[], say: Say): Home | undefined => {
  const own = teams.find(({ teamId }) => teamId === team?.teamId);
  if (own) return { at: own.base, name: own.base.place };
  const at = seatOf(owner);
  return at && { at, name: say(cityName(owner)) };
};

const ARRIVED: readonly DeploymentCard['status'][] = ['arrived', 'working', 'delivered', 'returning'];
const MOVING: readonly DeploymentCard['status'][] = ['departed', 'en-route'];

/**
 * @param now milliseconds.
 * @returns a deployment on its way from home to the scene: where it last said it is, else as far as the time that has passed goes;
 * `undefined` where it is not known where it goes.
 */
export const deploymentFeature = (
  card: DeploymentCard,
  teams: readonly TeamListEntry[],
  now: number,
  say: Say,
): MapFeature | undefined => {
  const { deploymentId: id, team, lot, owner, status, times, reportingPoint: to, lastPosition, exercise } = card;
  if (!to) return undefined;
  const home = homeOf(card, teams, say);
  const hasArrived = ARRIVED.includes(status);
  const isReported = lastPosition !== undefined && !hasArrived;
  const from = home?.at ?? to;
  const departs = times.departure.actual ?? times.departure.estimated;
  const arrives = times.arrival.actual ?? times.arrival.estimated;
  const share = MOVING.includes(status) ? shareOfWay({ departs, arrives }, now) : Number(hasArrived);
  return {
    ...{ key: `deployment:${id}`, kind: 'deployment', id, exercise, grade: 5 },
    name: `${say(cityName(owner))} · ${team?.name ?? lot?.name ?? id}`,
    place: to.place,
    state: say(DEPLOYMENT_STATUSES[status]),
    at: isReported && lastPosition ? lastPosition : pointAt(from, to, share),
    way: { from, to, fromName: home?.name ?? '', toName: to.place, arrives, hasArrived, isReported },
  };
};

/** @returns a warning with its areas; `undefined` where it says them in codes and words only and no city of it is known. */
export const warningFeature = (warning: WarningView, say: Say): MapFeature | undefined => {
  const { warningId: id, alert, colour, cities, realm, expiresAt } = warning;
  const areas = (alert.info ?? []).flatMap(({ area = [] }) => area);
  const shapes = shapesOf({
    polygons: areas.flatMap(({ polygon = [] }) => polygon),
    circles: areas.flatMap(({ circle = [] }) => circle),
  });
  const [affected] = cities;
  const at = circleAround({ ...shapes, divisions: [] })?.centre ?? (affected && seatOf(affected.city));
  const [info] = alert.info ?? [];
  return (
    at && {
      ...{ key: `warning:${id}`, kind: 'warning', id, at, shapes, until: expiresAt },
      name: info?.headline ?? info?.event ?? alert.identifier,
      place: areas.map(({ areaDesc }) => areaDesc).join('、'),
      state: colour === undefined ? say(statusText(warning.status)) : say(WARNING_COLOURS[colour]),
      exercise: realm === 'exercise',
      grade: levelOf(colour) as Grade,
    }
  );
};

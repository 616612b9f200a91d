import type { AwarenessDetails } from '../awareness/awareness-commands.ts';
import { TOLD_LENGTH } from '../awareness/awareness-notice.ts';
import type { IncidentDetails } from '../incident/incident-details.ts';
import type { Instant } from '../kernel/instant.ts';
import type { Hazard, ResponseLevel } from '../vocabulary/hazards.ts';
import { RESPONSE_LEVELS } from '../vocabulary/hazards.ts';
import type { WarningAct } from './warning-act.ts';
import { areaOf, circleAround, type WarnableCity } from './warning-area.ts';
import { levelOf } from './warning-colour.ts';
import type { Warning } from './warning-state.ts';
import type { WarningVocabulary } from './warning-vocabulary.ts';

/** @returns what a warning says in one line. */
export const headlineOf = ({ alert: { identifier, info = [] } }: Pick<Warning, 'alert'>): string =>
  info[0]?.headline || info[0]?.event || identifier;

const placesOf = ({ alert: { info = [] } }: Warning): string =>
  [...new Set(info.flatMap(({ area = [] }) => area.map(({ areaDesc }) => areaDesc)))].join('、');

const isDrill = ({ alert }: Warning): boolean => alert.status !== 'Actual';

/** @returns what a partner is told of a warning under an agreement, and which teams it may be asked for. */
export const tellingOf = (warning: Warning, { targetId: agreementId, mayAsk = [] }: WarningAct): AwarenessDetails => {
  const { colour, hazards, cities } = warning.assessment;
  const { sender, identifier } = warning.alert;
  const cut = (text: string) => text.slice(0, TOLD_LENGTH);
  return {
    ...{ agreementId, hazards, mayAsk: [...mayAsk], until: warning.expiresAt, exercise: isDrill(warning) },
    alert: { sender: cut(sender), identifier: cut(identifier) },
    headline: cut(headlineOf(warning)),
    where: cut(placesOf(warning)),
    cities: cities.map(({ city }) => city),
    ...(colour === undefined ? {} : { colour }),
  };
};

const TITLE_LENGTH = 200;

/** An incident that has not happened, so that what it would need can be got ready. */
export interface ForeseenIncident {
  readonly details: IncidentDetails;
  readonly responseLevel: ResponseLevel;
  readonly exercise: boolean;
}

/**
 * @returns the incident that a warning lets fear: in the middle of its area, or at the city's seat; `undefined` when the warning names no
 * hazard that is known here. Red stands for response level I, blue and what has no colour for IV.
 */
export const foreseenBy = (
  warning: Warning,
  { seat }: Pick<WarnableCity, 'seat'>,
  vocabulary: WarningVocabulary,
  now: Instant,
): ForeseenIncident | undefined => {
  const hazard: Hazard | undefined = warning.assessment.hazards[0];
  if (hazard === undefined) return undefined;
  const { latitude, longitude } = circleAround(areaOf(warning.alert, vocabulary))?.centre ?? seat;
  const headline = headlineOf(warning);
  const place = placesOf(warning).slice(0, TITLE_LENGTH) || headline.slice(0, TITLE_LENGTH);
  const level = Math.min(levelOf(warning.assessment.colour), RESPONSE_LEVELS.length) - 1;
  return {
    details: {
      hazard,
      title: `预警先期准备：${headline}`.slice(0, TITLE_LENGTH),
      description: `依预警 ${warning.alert.identifier} 预先准备，事件尚未发生。`.slice(0, 4000),
      occurredAt: now,
      position: { latitude, longitude, crs: 'WGS-84', place },
    },
    responseLevel: RESPONSE_LEVELS[level] ?? 'IV',
    exercise: isDrill(warning),
  };
};

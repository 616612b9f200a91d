import { deploymentRoutes } from '../../../shared/http/routes/deployments.ts';
import { incidentRoutes } from '../../../shared/http/routes/incidents.ts';
import { partnerIncidentRoutes } from '../../../shared/http/routes/partner-incidents.ts';
import { teamRoutes } from '../../../shared/http/routes/teams.ts';
import { warningRoutes } from '../../../shared/http/routes/warnings.ts';
import { usePages } from '../api/use-pages.ts';
import { useRead } from '../api/use-read.ts';
import { useReads } from '../api/use-reads.ts';
import { useSpeech } from '../i18n/language.ts';
import { useNow } from '../live/use-now.ts';
import { deploymentFeature, incidentFeature, teamFeature, warningFeature } from './feature-builders.ts';
import type { MapFeature } from './map-feature.ts';
import { MAP } from './map-words.ts';
import { useAllPages } from './use-all-pages.ts';
import { useSettled } from './use-settled.ts';

/** Rows of one page, the most that the API gives. */
const PAGE = 200;
const TEAMS_A_PAGE = 100;
/** Deployments that are over are not on the map. */
const OVER: readonly string[] = ['home', 'cancelled', 'closed'];
const GOING_ON: readonly string[] = ['reported', 'verified', 'responding'];

const useIncidents = () => {
  const open = useRead(incidentRoutes.listIncidents, { query: { status: 'open', limit: PAGE } }, true, ['incident']);
  const cards = open.data?.body.items ?? [];
  const whole = useReads(
    incidentRoutes.readIncident,
    cards.map(({ incidentId }) => ({ params: { incidentId } })),
  );
  const partners = useRead(partnerIncidentRoutes.listPartnerIncidents, { query: { limit: PAGE } }, true, [
    'partner-incident',
  ]);
  return { cards, whole, partners: partners.data?.body.items ?? [], error: open.error ?? partners.error };
};

const useWarnings = (realm: 'actual' | 'exercise') => {
  const inForce = useRead(warningRoutes.listWarningsInForce, { query: { realm, limit: 50 } }, true, ['warning']);
  const warnings = useReads(
    warningRoutes.readWarning,
    (inForce.data?.body.items ?? []).map(({ warningId }) => ({ params: { warningId } })),
  );
  return { warnings, error: inForce.error };
};

/** Everything that the city knows the place of, in the order in which it is listed, and why there may be more; follows what changes. */
export const useMapFeatures = (
  exercise: boolean,
): { readonly features: readonly MapFeature[]; readonly error: Error | null } => {
  const { read } = useSpeech(MAP);
  const now = useNow();
  const { cards, whole, partners, error: incidentsError } = useIncidents();
  const { warnings, error: warningsError } = useWarnings(exercise ? 'exercise' : 'actual');
  const teamPages = usePages(teamRoutes.listTeams, { query: { limit: TEAMS_A_PAGE } });
  const deploymentPages = usePages(deploymentRoutes.listDeployments, { query: { limit: PAGE } });
  const teams = useAllPages(teamPages);
  const deployments = useAllPages(deploymentPages);
  const areas = new Map(whole.map(({ incidentId, area }) => [incidentId, area]));
  const features = [
    ...cards.map((card) => incidentFeature(card, read, areas.get(card.incidentId))),
    ...partners.filter(({ status }) => GOING_ON.includes(status)).map((card) => incidentFeature(card, read)),
    ...deployments
      .filter(({ status }) => !OVER.includes(status))
      .flatMap((card) => deploymentFeature(card, teams, now, read) ?? []),
    ...warnings.flatMap((warning) => warningFeature(warning, read) ?? []),
    ...teams.filter(({ condition }) => condition !== 'retired').map((team) => teamFeature(team, read)),
  ];
  return {
    features: useSettled(features.filter(({ kind, exercise: isDrill }) => kind === 'team' || isDrill === exercise)),
    error: incidentsError ?? warningsError ?? teamPages.error ?? deploymentPages.error,
  };
};

import { keys } from '../../shared/data/table.ts';
import { deadlineListings } from '../../shared/domain/deadline/deadline-listings.ts';
import type { KeptDeadline } from '../../shared/domain/deadline/kept-deadline.ts';
import { NO_LINKS } from '../../shared/domain/incident/incident-links.ts';
import type { AggregateKind } from '../../shared/domain/kernel/aggregate.ts';
import { heldList, sharedList } from '../../shared/domain/listing-share/listing-share-listings.ts';
import { versionsList } from '../../shared/domain/situation-report/situation-report-listings.ts';
import { CONVERSATIONS } from '../../shared/exchange/conversations/index.ts';
import { AGENCY_ID, anAgency } from './agency.ts';
import { aVehicle, somePumps } from './asset.ts';
import { aCallOut } from './call-out.ts';
import { NOW } from './circumstances.ts';
import { aDepot } from './depot.ts';
import { drillListsOfAll } from './drill.ts';
import { anExpert } from './expert.ts';
import { importIn } from './import-job.ts';
import { anIncident, aReportedIncident } from './incident.ts';
import { aShare } from './listing-share.ts';
import { notificationLists } from './notification-settings.ts';
import { anAsk, anOverAsk } from './over-ask.ts';
import { aPackage } from './package.ts';
import { aPartnerIncident } from './partner-incident.ts';
import { aPlan, planDetails } from './plan.ts';
import { aRoster, aShift } from './roster.ts';
import { aReport, REPORT_ID } from './situation-report.ts';
import { aPromisedStockLine } from './stock.ts';
import { following, someCommands, taskIn } from './task.ts';
import { anAwareness, aWarning, aWarningRule } from './warning.ts';
import { aWorkOrder } from './work-order.ts';

const REQUEST_ID = '0190b000-0000-7000-8000-000000000901';

/** @returns the partitions of the lists that a state appears in. */
const listsOf = (kind: AggregateKind, state: unknown): readonly string[] =>
  CONVERSATIONS[kind]?.aggregate.listings(state).map(({ list }) => keys.listing(list, '').pk) ?? [];

/** @returns the partitions of the board's lists: of what was escalated, which stands in all of them. */
const boardLists = (): readonly string[] => {
  const kept: KeptDeadline[] = [
    { handOff: 'answer', key: '-', due: NOW, who: 'city', acted: [{ act: 'escalate', step: 1, at: NOW }] },
  ];
  return [true, false]
    .flatMap((exercise) => deadlineListings({ kind: 'request', id: REQUEST_ID, exercise }, kept, []))
    .map(({ list }) => keys.listing(list, '').pk);
};

/** @returns the partitions of the lists that agencies, tasks, experts and call-outs appear in. */
export const registryLists = (): readonly string[] => {
  const callOut = aCallOut();
  const forRequest = { ...callOut, details: { ...callOut.details, requestId: REQUEST_ID } };
  return [
    ...boardLists(),
    ...listsOf('agency', anAgency()),
    ...Object.values(taskIn).flatMap((state) => listsOf('task', state())),
    ...listsOf('task', following(taskIn.sent(), someCommands.supervise)),
    ...listsOf('expert', anExpert()),
    ...listsOf('plan', aPlan({ details: planDetails({ agencyId: AGENCY_ID }) })),
    ...listsOf('plan', aPlan({ details: planDetails({ eventClasses: ['accident'] }) })),
    ...listsOf('plan', aPlan({ details: planDetails({ eventClasses: ['accident'], levels: [] }) })),
    ...listsOf('plan', aPlan({ details: planDetails({ hazards: [] }) })),
    ...listsOf('plan', aPlan({ details: planDetails({ hazards: [], levels: [] }) })),
    ...listsOf('import-job', importIn.ready()),
    ...listsOf('roster', aRoster([aShift(0, 24, '甲')])),
    ...listsOf('call-out', forRequest),
    ...listsOf('equipment', somePumps()),
    ...listsOf('vehicle', aVehicle()),
    ...listsOf('package', aPackage()),
    ...listsOf('depot', aDepot()),
    ...listsOf('stock', aPromisedStockLine()),
    ...listsOf('warning', aWarning()),
    ...listsOf('warning-rule', aWarningRule()),
    ...listsOf('awareness', anAwareness()),
    ...listsOf('situation-report', aReport()),
    keys.listing(versionsList(REPORT_ID), '').pk,
    ...listsOf('incident', aReportedIncident()),
    ...listsOf('incident', aReportedIncident({ exercise: true })),
    ...listsOf('incident', anIncident({ links: { ...NO_LINKS, warningIds: [REQUEST_ID] } })),
    ...listsOf('partner-incident', aPartnerIncident()),
    ...[false, true].flatMap((exercise) =>
      listsOf('work-order', { ...aWorkOrder({ exercise }), incidentId: REQUEST_ID }),
    ),
    ...[false, true].flatMap((exercise) => listsOf('over-ask', anOverAsk(anAsk({ exercise })))),
    ...drillListsOfAll().map((list) => keys.listing(list, '').pk),
    ...notificationLists(),
    ...listsOf('listing-share', aShare()),
    ...[sharedList(aShare().id), heldList(aShare().id)].map((list) => keys.listing(list, '').pk),
  ];
};

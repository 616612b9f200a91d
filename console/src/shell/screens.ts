import { ADMINISTRATION_SCREENS } from '../administration/administration-screens.ts';
import { AGREEMENTS_SCREENS } from '../agreements/agreements-screens.ts';
import { BOARD_SCREENS } from '../board/board-screens.ts';
import { CALL_OUTS_SCREENS } from '../call-outs/call-outs-screens.ts';
import { DEPLOYMENTS_SCREENS } from '../deployments/deployments-screens.ts';
import { DRILLS_SCREENS } from '../drills/drills-screens.ts';
import { FIGURES_SCREENS } from '../figures/figures-screens.ts';
import { IMPORTS_SCREENS } from '../imports/imports-screens.ts';
import { INCIDENTS_SCREENS } from '../incidents/incidents-screens.ts';
import { LEDGER_SCREENS } from '../ledger/ledger-screens.ts';
import { LOOKUP_SCREENS } from '../lookup/lookup-screens.ts';
import { MAP_SCREENS } from '../map/map-screens.ts';
import { NOTICES_SCREENS } from '../notices/notices-screens.ts';
import { OFFERS_SCREENS } from '../offers/offers-screens.ts';
import { OWN_CALL_OUTS_SCREENS } from '../own-call-outs/own-call-outs-screens.ts';
import { OWN_TASKS_SCREENS } from '../own-tasks/own-tasks-screens.ts';
import { QUARANTINE_SCREENS } from '../quarantine/quarantine-screens.ts';
import { RECEIVED_SCREENS } from '../received/received-screens.ts';
import { REGISTRY_SCREENS } from '../registry/registry-screens.ts';
import { REPORTS_SCREENS } from '../reports/reports-screens.ts';
import { REQUESTS_SCREENS } from '../requests/requests-screens.ts';
import { SETTINGS_SCREENS } from '../settings/settings-screens.ts';
import { TASKS_SCREENS } from '../tasks/tasks-screens.ts';
import { WARNINGS_SCREENS } from '../warnings/warnings-screens.ts';
import { WORK_ORDERS_SCREENS } from '../work-orders/work-orders-screens.ts';
import type { ScreenDefinition } from './screen-definition.ts';

/** Every screen, in the order of the navigation. */
export const SCREENS: readonly ScreenDefinition[] = [
  ...OWN_TASKS_SCREENS,
  ...OWN_CALL_OUTS_SCREENS,
  ...BOARD_SCREENS,
  ...REQUESTS_SCREENS,
  ...RECEIVED_SCREENS,
  ...DEPLOYMENTS_SCREENS,
  ...OFFERS_SCREENS,
  ...NOTICES_SCREENS,
  ...MAP_SCREENS,
  ...INCIDENTS_SCREENS,
  ...TASKS_SCREENS,
  ...CALL_OUTS_SCREENS,
  ...LOOKUP_SCREENS,
  ...REPORTS_SCREENS,
  ...WARNINGS_SCREENS,
  ...WORK_ORDERS_SCREENS,
  ...AGREEMENTS_SCREENS,
  ...REGISTRY_SCREENS,
  ...IMPORTS_SCREENS,
  ...LEDGER_SCREENS,
  ...DRILLS_SCREENS,
  ...FIGURES_SCREENS,
  ...QUARANTINE_SCREENS,
  ...SETTINGS_SCREENS,
  ...ADMINISTRATION_SCREENS,
];

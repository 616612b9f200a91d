import { AGREEMENTS_SCREENS } from '../agreements/agreements-screens.ts';
import { BOARD_SCREENS } from '../board/board-screens.ts';
import { INCIDENTS_SCREENS } from '../incidents/incidents-screens.ts';
import { LEDGER_SCREENS } from '../ledger/ledger-screens.ts';
import { NOTICES_SCREENS } from '../notices/notices-screens.ts';
import { OWN_CALL_OUTS_SCREENS } from '../own-call-outs/own-call-outs-screens.ts';
import { OWN_TASKS_SCREENS } from '../own-tasks/own-tasks-screens.ts';
import { RECEIVED_SCREENS } from '../received/received-screens.ts';
import { REPORTS_SCREENS } from '../reports/reports-screens.ts';
import { REQUESTS_SCREENS } from '../requests/requests-screens.ts';
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
  ...NOTICES_SCREENS,
  ...INCIDENTS_SCREENS,
  ...REPORTS_SCREENS,
  ...WARNINGS_SCREENS,
  ...WORK_ORDERS_SCREENS,
  ...AGREEMENTS_SCREENS,
  ...LEDGER_SCREENS,
];

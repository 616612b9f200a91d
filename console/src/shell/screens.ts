import { AGREEMENTS_SCREENS } from '../agreements/agreements-screens.ts';
import { BOARD_SCREENS } from '../board/board-screens.ts';
import { INCIDENTS_SCREENS } from '../incidents/incidents-screens.ts';
import { LEDGER_SCREENS } from '../ledger/ledger-screens.ts';
import { NOTICES_SCREENS } from '../notices/notices-screens.ts';
import { RECEIVED_SCREENS } from '../received/received-screens.ts';
import { REPORTS_SCREENS } from '../reports/reports-screens.ts';
import type { ScreenDefinition } from './screen-definition.ts';

/** Every screen, in the order of the navigation. */
export const SCREENS: readonly ScreenDefinition[] = [
  ...BOARD_SCREENS,
  ...RECEIVED_SCREENS,
  ...NOTICES_SCREENS,
  ...INCIDENTS_SCREENS,
  ...REPORTS_SCREENS,
  ...AGREEMENTS_SCREENS,
  ...LEDGER_SCREENS,
];

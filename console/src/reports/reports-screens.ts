import { situationReportRoutes } from '../../../shared/http/routes/situation-reports.ts';
import type { ScreenDefinition } from '../shell/screen-definition.ts';
import { SCREEN_NAMES } from '../shell/screen-names.ts';

/** Reports on incidents, from the draft to what was sent. */
export const REPORTS_SCREENS: readonly ScreenDefinition[] = [
  {
    path: 'reports',
    navigation: { group: 'response', name: SCREEN_NAMES.reports },
    needs: [situationReportRoutes.listSituationReports],
    load: async () => (await import('./report-list.tsx')).ReportList,
  },
  {
    path: 'reports/:reportId',
    needs: [situationReportRoutes.readSituationReport],
    shows: 'situation-report',
    load: async () => (await import('./report-screen.tsx')).ReportScreen,
  },
  {
    path: 'reports/:reportId/draft',
    needs: [situationReportRoutes.writeReport],
    load: async () => (await import('./report-editor.tsx')).ReportEditor,
  },
  {
    path: 'reports/:reportId/versions/:number',
    needs: [situationReportRoutes.readReportVersion],
    load: async () => (await import('./report-paper.tsx')).ReportPaper,
  },
];

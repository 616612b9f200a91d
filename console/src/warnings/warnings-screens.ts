import { warningRuleRoutes } from '../../../shared/http/routes/warning-rules.ts';
import { warningRoutes } from '../../../shared/http/routes/warnings.ts';
import type { ScreenDefinition } from '../shell/screen-definition.ts';
import { SCREEN_NAMES } from '../shell/screen-names.ts';

/** Warnings in and out, the rules by which they do things, and what partners are told of what is feared. */
export const WARNINGS_SCREENS: readonly ScreenDefinition[] = [
  {
    path: 'warnings',
    navigation: { group: 'response', name: SCREEN_NAMES.warnings },
    needs: [warningRoutes.listWarnings],
    load: async () => (await import('./warning-list.tsx')).WarningList,
  },
  {
    path: 'warnings/issue',
    needs: [warningRoutes.issueWarning],
    load: async () => (await import('./issue-warning.tsx')).IssueWarning,
  },
  {
    path: 'warnings/:warningId',
    needs: [warningRoutes.readWarning],
    shows: 'warning',
    load: async () => (await import('./warning-screen.tsx')).WarningScreen,
  },
  {
    path: 'warnings/:warningId/update',
    needs: [warningRoutes.updateWarning],
    load: async () => (await import('./update-warning.tsx')).UpdateWarning,
  },
  {
    path: 'warning-rules',
    needs: [warningRuleRoutes.listWarningRules],
    load: async () => (await import('./rule-list.tsx')).RuleList,
  },
  {
    path: 'warning-rules/:ruleId',
    needs: [warningRuleRoutes.readWarningRule],
    shows: 'warning-rule',
    load: async () => (await import('./rule-screen.tsx')).RuleScreen,
  },
  {
    path: 'awareness-notices',
    needs: [warningRoutes.listAwarenessNotices],
    load: async () => (await import('./awareness-list.tsx')).AwarenessList,
  },
  {
    path: 'awareness-notices/:awarenessId',
    needs: [warningRoutes.readAwarenessNotice],
    shows: 'awareness',
    load: async () => (await import('./awareness-screen.tsx')).AwarenessScreen,
  },
];

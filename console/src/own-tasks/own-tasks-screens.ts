import { agencyTaskRoutes } from '../../../shared/http/routes/agency-tasks.ts';
import type { ScreenDefinition } from '../shell/screen-definition.ts';
import { SCREEN_NAMES } from '../shell/screen-names.ts';

/** Tasks as the people of an agency have them, on a phone. */
export const OWN_TASKS_SCREENS: readonly ScreenDefinition[] = [
  {
    path: 'own-tasks',
    navigation: { group: 'own', name: SCREEN_NAMES['own-tasks'] },
    needs: [agencyTaskRoutes.list],
    load: async () => (await import('./own-task-list.tsx')).OwnTaskList,
  },
  {
    path: 'own-tasks/:taskId',
    needs: [agencyTaskRoutes.read],
    shows: 'task',
    load: async () => (await import('./own-task-screen.tsx')).OwnTaskScreen,
  },
];

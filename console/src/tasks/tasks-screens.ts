import { taskRoutes } from '../../../shared/http/routes/tasks.ts';
import type { ScreenDefinition } from '../shell/screen-definition.ts';
import { SCREEN_NAMES } from '../shell/screen-names.ts';

/** Tasks that the duty room sends to partner agencies. */
export const TASKS_SCREENS: readonly ScreenDefinition[] = [
  {
    path: 'tasks',
    navigation: { group: 'response', name: SCREEN_NAMES.tasks },
    needs: [taskRoutes.listTasks],
    load: async () => (await import('./task-list.tsx')).TaskList,
  },
  {
    path: 'tasks/new',
    needs: [taskRoutes.sendTask],
    load: async () => (await import('./new-task.tsx')).NewTask,
  },
  {
    path: 'tasks/:taskId',
    needs: [taskRoutes.readTask],
    shows: 'task',
    load: async () => (await import('./task-screen.tsx')).TaskScreen,
  },
];

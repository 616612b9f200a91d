import { changeFeedRoutes } from '../../shared/http/routes/change-feed.ts';
import { notificationRoutes } from '../../shared/http/routes/notifications.ts';
import { implement } from '../../shared/lambda/bound-route.ts';
import { createHttpHandler } from '../../shared/lambda/http-handler.ts';
import { markRead } from './mark-read.ts';
import type { NotificationsCell } from './notifications-cell.ts';
import { listOwnNotices } from './own-notices.ts';
import { readChanges } from './read-changes.ts';
import { settingsRoutes } from './settings-routes.ts';

/** What people are told: their notices, and what changed. */
export const createHandler = (cell: NotificationsCell) =>
  createHttpHandler(cell, [
    implement(notificationRoutes.listOwnNotices, async ({ query, person }) => ({
      body: await listOwnNotices(cell, query, person),
    })),
    implement(notificationRoutes.markNoticesRead, (input) => markRead(cell, input)),
    implement(changeFeedRoutes.readChanges, async ({ query, person }) => ({
      body: await readChanges(cell, query, person),
    })),
    ...settingsRoutes(cell),
  ]);

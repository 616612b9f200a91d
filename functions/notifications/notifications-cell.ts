import type { ExecutingCell } from '../../shared/data/execute.ts';
import type { HttpCell } from '../../shared/lambda/http-handler.ts';

export type NotificationsCell = HttpCell & ExecutingCell;

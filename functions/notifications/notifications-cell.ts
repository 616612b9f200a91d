import type { ExecutingCell } from '../../shared/data/execute.ts';
import type { Cell } from '../../shared/lambda/cell.ts';
import type { HttpCell } from '../../shared/lambda/http-handler.ts';

/** Addresses and keys are kept by it and never read: it has no right to. */
export type SettingsCell = HttpCell & ExecutingCell & { readonly secrets: Pick<Cell['secrets'], 'put' | 'remove'> };

export type NotificationsCell = SettingsCell;

import * as z from 'zod';
import type { CapAlert } from '../cap/cap-alert.ts';
import type { CapStatus } from '../cap/cap-codes.ts';

/** What is real, what is a drill, and what only tries the line: never in one list, and none ends another. */
export const WarningRealmSchema = z.enum(['actual', 'exercise', 'test', 'other']).meta({ id: 'WarningRealm' });
export type WarningRealm = z.infer<typeof WarningRealmSchema>;

const REALM_OF: Readonly<Record<CapStatus, WarningRealm>> = {
  Actual: 'actual',
  Exercise: 'exercise',
  Test: 'test',
  System: 'other',
  Draft: 'other',
};

/** @returns in which realm an alert is; `other` has no effect on anything. */
export const realmOf = ({ status }: Pick<CapAlert, 'status'>): WarningRealm => REALM_OF[status];

/** @returns whether an alert warns, and is not about another one or for the network only. */
export const warns = (alert: Pick<CapAlert, 'status' | 'msgType'>): boolean =>
  realmOf(alert) !== 'other' && (alert.msgType === 'Alert' || alert.msgType === 'Update');

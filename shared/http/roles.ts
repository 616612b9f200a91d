import * as z from 'zod';
import type { Text } from '../domain/kernel/text.ts';

/** Every role a person can have in a cell, with the name people read. One token names it everywhere: claims, contracts, demo sign-ins. */
export const ROLES = {
  coordinator: { zh: '区域协调员', en: 'Regional coordinator' },
  'duty-officer': { zh: '值班员', en: 'Duty officer' },
  approver: { zh: '审批人', en: 'Approver' },
  representative: { zh: '授权代表', en: 'Authorised representative' },
  'team-leader': { zh: '队长', en: 'Team leader' },
  'agency-officer': { zh: '联动单位值班员', en: 'Agency officer' },
  expert: { zh: '专家', en: 'Expert' },
  auditor: { zh: '审计员', en: 'Auditor' },
  administrator: { zh: '管理员', en: 'Administrator' },
  /** A machine: the 12345 hotline's own system. */
  hotline: { zh: '12345热线', en: '12345 hotline' },
} as const satisfies Record<string, Text>;

export type Role = keyof typeof ROLES;

export const RoleSchema = z.enum(Object.keys(ROLES) as [Role, ...Role[]]);

/** Machines: each may call what names it, and nothing else. */
const MACHINES: readonly Role[] = ['hotline'];

/** Every role that people have; for routes that any of them may call. */
export const ANY_ROLE: readonly Role[] = RoleSchema.options.filter((role) => !MACHINES.includes(role));

/** The people who sit in the duty room and may see and steer all of the city's business. */
export const DUTY_ROOM: readonly Role[] = ['coordinator', 'duty-officer', 'approver', 'representative'];

/** Those who may read everything but personal data: the duty room, the auditor and the administrator. */
export const READERS: readonly Role[] = [...DUTY_ROOM, 'auditor', 'administrator'];

/** @returns whether a person of these roles has one of those. */
export const hasOneOf = (roles: readonly Role[], those: readonly Role[]): boolean =>
  roles.some((role) => those.includes(role));

/** Who keeps the registry: teams, experts and whatever else the city can send or ask. */
export const REGISTRARS: readonly Role[] = ['coordinator', 'duty-officer', 'administrator'];

/** Those who speak for the city between its signatures: missions under way, offers, questions. An approver's part ends with the request. */
export const STEERING: readonly Role[] = ['coordinator', 'duty-officer', 'representative'];

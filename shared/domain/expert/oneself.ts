import type { Actor } from '../kernel/actor.ts';

/** The role that lets people see and do only what concerns themselves. */
const EXPERT = 'expert';

/** @returns whether somebody acts as an expert only, or may act for the city: whoever has another role as well may. */
export const actsAs = (actor: Actor): 'expert' | 'city' =>
  actor.kind === 'person' && actor.roles.every((role) => role === EXPERT) ? 'expert' : 'city';

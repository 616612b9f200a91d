import { HOUR_MS } from '../../../shared/domain/kernel/instant.ts';
import type { Command } from './desk.ts';

/** Something somebody may do next. */
export interface Option {
  readonly command: Command;
  /** `progress` brings the matter to its end; `trouble` is what else happens in a duty room. */
  readonly kind: 'progress' | 'trouble';
}

/** @returns options of what is wanted, for lists that are put together from conditions. */
export const when = (condition: boolean, ...options: readonly Option[]): readonly Option[] =>
  condition ? options : [];

export const progress = (command: Command): Option => ({ command, kind: 'progress' });
export const trouble = (command: Command): Option => ({ command, kind: 'trouble' });

/** What choosing goes by, besides what is looked at. */
export interface Situation {
  /** The city whose people choose. */
  readonly city: string;
  /** Where the thing looked at lives in the city's API. */
  readonly path: string;
  /** Milliseconds since 1970. */
  readonly now: number;
}

/** @returns a moment so many hours from now, as people write it. */
export const hoursFrom = (now: number, hours: number): string => new Date(now + hours * HOUR_MS).toISOString();

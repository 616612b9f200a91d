import type { Right } from './catalog-types.ts';

/** What a function that decides commands may do: read, write, sign. */
export const DECIDES: readonly Right[] = ['table:read', 'table:write', 'key:sign'];

import type { Trigger } from '../../../functions/catalog-types.ts';
import type { Host } from '../host.ts';

/** Wires a function to one kind of trigger. @param peers cities that only the courier reaches. */
export type Attach<K extends Trigger['kind']> = (
  host: Host,
  name: string,
  trigger: Extract<Trigger, { kind: K }>,
  peers: readonly string[],
) => void;

import type { DrillView } from '../../../shared/http/views/drill.ts';

/** A drill as it was read, and the version that acts on it name. */
export interface HeldDrill {
  readonly drill: DrillView;
  readonly etag: string | undefined;
}

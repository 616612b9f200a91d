import type { Hazard } from '../vocabulary/hazards.ts';

/** An event that warnings are of: its code, what it is called, and which of the service's hazards it is, if any. */
export interface WarnedEvent {
  readonly code: string;
  /** Found in the event or the headline of an alert without a code that is known. */
  readonly words: readonly string[];
  readonly hazard?: Hazard;
}

/** What the issuers of warnings call things. Data that a deployer may replace: the decisions know none of it. */
export interface WarningVocabulary {
  readonly events: readonly WarnedEvent[];
  /** Names of parameters and codes whose values name the colour, in lower case. */
  readonly colourNames: readonly string[];
  /** What the names of geocodes contain whose values are GB/T 2260 codes, in lower case. */
  readonly divisionNames: readonly string[];
}

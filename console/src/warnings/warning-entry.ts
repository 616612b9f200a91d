import type { CapArea, CapInfo } from '../../../shared/domain/cap/cap-info.ts';
import type { WarningDraft } from '../../../shared/domain/warning/warning-draft.ts';
import type { WarningView } from '../../../shared/http/views/warning.ts';

/** Under which name division codes stand in CAP's geocodes. */
const DIVISION_NAME = 'GB/T 2260';

/** An area as the form holds it. */
export interface AreaEntry {
  readonly areaDesc: string;
  readonly divisions?: readonly string[];
  readonly circle?: readonly string[];
  readonly polygon?: readonly string[];
}

/** A warning as the form holds it. */
export type WarningEntry = Omit<WarningDraft, 'areas'> & { readonly areas: readonly AreaEntry[] };

const some = <N extends string, T>(name: N, values: readonly T[] | undefined) =>
  (values && values.length > 0 ? { [name]: [...values] } : {}) as Partial<Record<N, T[]>>;

const enteredArea = ({ areaDesc, divisions = [], circle, polygon }: AreaEntry): CapArea => ({
  areaDesc,
  ...some('polygon', polygon),
  ...some('circle', circle),
  ...some(
    'geocode',
    divisions.map((value) => ({ valueName: DIVISION_NAME, value })),
  ),
});

/** @returns the draft that is sent of what was entered. */
export const enteredWarning = ({ areas, ...entry }: WarningEntry): WarningDraft => ({
  ...entry,
  areas: areas.map(enteredArea),
});

const areaEntry = ({ areaDesc, circle, polygon, geocode = [] }: CapArea): AreaEntry => ({
  areaDesc,
  ...(circle && { circle }),
  ...(polygon && { polygon }),
  divisions: geocode.filter(({ valueName }) => valueName === DIVISION_NAME).map(({ value }) => value),
});

const wordsOf = ({ event, headline, description, instruction, urgency, certainty, contact }: CapInfo) => ({
  ...{ event, urgency, certainty, headline: headline ?? '', description: description ?? '' },
  ...(instruction === undefined ? {} : { instruction }),
  ...(contact === undefined ? {} : { contact }),
});

/** @returns what the form begins with when a warning is updated. */
export const entryOfWarning = ({ alert, colour, hazards, expiresAt }: WarningView): Partial<WarningEntry> => {
  const [info] = alert.info ?? [];
  const [hazard] = hazards;
  return {
    ...(info && wordsOf(info)),
    ...(hazard && { hazard }),
    ...(colour && { colour }),
    ...(alert.restriction === undefined ? {} : { restriction: alert.restriction }),
    expiresAt,
    areas: (info?.area ?? []).map(areaEntry),
  };
};

/**
 * @returns the name of the list that holds exactly what a filter asks for, e.g. `offer/side/provider/status/offered`. The order
 * of the filter's members counts; those that are undefined are left out.
 */
export const listName = (kind: string, filter: Readonly<Record<string, string | undefined>>): string =>
  [kind, ...Object.entries(filter).flatMap(([name, value]) => (value === undefined ? [] : [name, value]))].join('/');

import { useMay } from '../api/use-api.ts';
import { NAVIGATION_GROUPS, type ScreenDefinition } from './screen-definition.ts';
import { SCREENS } from './screens.ts';

type Navigable = ScreenDefinition & Required<Pick<ScreenDefinition, 'navigation'>>;

const isNavigable = (screen: ScreenDefinition): screen is Navigable => screen.navigation !== undefined;

const placeOf = ({ navigation: { group } }: Navigable): number => NAVIGATION_GROUPS.indexOf(group);

/** @returns the screens of the navigation that whoever is signed in has a use of, in order. */
export const useScreens = (): readonly Navigable[] => {
  const may = useMay();
  return SCREENS.filter(isNavigable)
    .filter(({ needs }) => needs.some(may))
    .sort((one, other) => placeOf(one) - placeOf(other));
};

/** @returns by kind of aggregate, where whoever is signed in sees one of it. */
export const useSubjectPaths = (): ReadonlyMap<string, string> => {
  const may = useMay();
  return new Map(
    SCREENS.flatMap(({ shows, path, needs }) =>
      shows !== undefined && needs.some(may) ? [[shows, path] as const] : [],
    ),
  );
};

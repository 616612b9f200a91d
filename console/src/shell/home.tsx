import type { ReactNode } from 'react';
import { Navigate } from 'react-router';
import { NothingHere } from './nothing-here.tsx';
import { useScreens } from './use-screens.ts';

/** The first screen of whoever is signed in: the first that is theirs. */
export const Home = (): ReactNode => {
  const [first] = useScreens();
  return first ? <Navigate to={`/${first.path}`} replace /> : <NothingHere />;
};

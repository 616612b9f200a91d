import { createContext, useContext } from 'react';
import type { Role } from '../../../shared/http/roles.ts';
import { admits, type RouteContract } from '../../../shared/http/route.ts';
import type { MapSettings, ServedCity } from '../configuration.ts';
import type { Session, SignedIn } from '../identity/session.ts';
import type { Api } from './api.ts';

/** Where one is, and as whom. */
export interface Desk {
  readonly api: Api;
  readonly city: ServedCity;
  readonly person: SignedIn;
  readonly session: Session;
  /** What the map draws beneath. */
  readonly map?: MapSettings | undefined;
}

export const DeskContext = createContext<Desk | undefined>(undefined);

/** @returns the desk one sits at. */
export const useDesk = (): Desk => {
  const desk = useContext(DeskContext);
  if (!desk) throw new Error('nobody is signed in here');
  return desk;
};

/** @returns whether the person may call a route: what they may not is not shown to them. */
export const useMay = (): ((contract: Pick<RouteContract, 'access'>) => boolean) => {
  const { roles } = useDesk().person;
  return (contract) => roles.some((role: Role) => admits(contract, role));
};

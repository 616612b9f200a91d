import { useDesk } from '../api/use-api.ts';

/** @returns whose commands and kept answers those of this desk are. */
export const useOwner = (): string => {
  const { city, person } = useDesk();
  return `${city.code}/${person.id}`;
};

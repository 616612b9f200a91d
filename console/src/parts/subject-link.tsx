import { createContext, type ReactNode, useContext } from 'react';
import { Link } from 'react-router';

/** Where the screen of a kind of aggregate is: its path with one parameter, e.g. `requests/:requestId`, by kind. */
export const SubjectPaths = createContext<ReadonlyMap<string, string>>(new Map());

const PARAMETER = /:\w+/;

/** @returns the address of the screen that shows one thing; `undefined` when whoever is signed in has none. */
export const useSubjectPath = (): ((kind: string, id: string) => string | undefined) => {
  const paths = useContext(SubjectPaths);
  return (kind, id) => {
    const path = paths.get(kind);
    return path === undefined ? undefined : `/${path.replace(PARAMETER, encodeURIComponent(id))}`;
  };
};

interface SubjectLinkProps {
  /** Of the aggregate, e.g. `request`. */
  readonly kind: string;
  readonly id: string;
  readonly children: ReactNode;
}

/** Leads to the screen of something; plain words for whoever has no such screen. */
export const SubjectLink = ({ kind, id, children }: SubjectLinkProps): ReactNode => {
  const path = useSubjectPath()(kind, id);
  return path === undefined ? children : <Link to={path}>{children}</Link>;
};

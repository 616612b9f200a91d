import type { ReactNode } from 'react';

interface FactsProps {
  /** What and how it is; what is undefined, or false, is left out. */
  readonly facts: readonly (readonly [what: string, how: ReactNode])[];
}

/** What is known of something, as pairs. */
export const Facts = ({ facts }: FactsProps): ReactNode => (
  <dl className="facts">
    {facts
      .filter(([, how]) => how !== undefined && how !== false)
      .map(([what, how]) => (
        <div key={what}>
          <dt>{what}</dt>
          <dd>{how}</dd>
        </div>
      ))}
  </dl>
);

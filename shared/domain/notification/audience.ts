import type { Addressee, NoticeDraft } from '../kernel/aggregate.ts';

/**
 * Who is told, as the table knows it: the duty room, anybody who is signed in to the city, whoever has a role, one person, or
 * whoever acts for an agency. There is no directory of people: who belongs to an audience follows from the claims they come with.
 */
export type Audience = 'duty-room' | 'anybody' | `role/${string}` | `person/${string}` | `agency/${string}`;

/** @returns the audience that somebody who is told makes up. */
export const audienceOf = (addressee: Addressee): Audience => {
  switch (addressee.who) {
    case 'person':
      return `person/${addressee.personId}`;
    case 'agency':
      return `agency/${addressee.agencyId}`;
    case 'role':
      return `role/${addressee.role}`;
  }
};

/** @returns the audiences of a notice, the first of which keeps it; each once. Nobody named means the duty room. */
export const audiencesOf = ({
  to = [],
  only,
}: Pick<NoticeDraft, 'to' | 'only'>): readonly [Audience, ...Audience[]] => {
  const named = [...new Set(to.map(audienceOf))];
  const [first, ...others] = named;
  return only && first !== undefined ? [first, ...others] : ['duty-room', ...named];
};

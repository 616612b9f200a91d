import type { SeenWarning } from '../../shared/domain/warning/warning-state.ts';
import type { Person } from '../../shared/http/person.ts';
import { ProblemError } from '../../shared/http/problem.ts';
import { hasOneOf, READERS } from '../../shared/http/roles.ts';

/** @throws ProblemError 403 for people outside the duty room, of a warning that is not for the public. */
export const assertMaySee = ({ roles }: Person, { alert }: SeenWarning): void => {
  if (alert.scope !== 'Public' && !hasOneOf(roles, READERS))
    throw new ProblemError(403, 'warning-not-public', {
      zh: '该预警不对公众发布。',
      en: 'The warning is not for the public.',
    });
};

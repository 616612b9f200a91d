import type { ReactNode } from 'react';
import { rosterRoutes } from '../../../shared/http/routes/rosters.ts';
import type { OnDuty } from '../../../shared/http/views/roster.ts';
import { usePages } from '../api/use-pages.ts';
import { useSpeech } from '../i18n/language.ts';
import { Facts } from '../parts/facts.tsx';
import { Tag } from '../parts/marks.tsx';
import { Moment } from '../parts/moment.tsx';
import { ProblemAlert } from '../parts/problem-alert.tsx';
import { Panel } from '../parts/screen.tsx';
import { SubjectLink } from '../parts/subject-link.tsx';
import { ContactReading } from './contact-reading.tsx';
import type { ContactReading as Reading, ShownContact } from './registry-kind.ts';
import { ROSTER } from './roster-words.ts';

/** The telephones of those on duty now: the same for whoever looks at an office. */
export const LINES_READING: Omit<Reading<never>, 'masked'> = {
  contract: rosterRoutes.readDutyLines,
  contactsIn: (answered) => (answered as { readonly ring: readonly ShownContact[] }).ring,
};

const nameIn = ({ name, position }: { readonly name: string; readonly position?: string | undefined }): string =>
  position === undefined ? name : `${name}（${position}）`;

const Office = ({ office }: { readonly office: OnDuty }): ReactNode => {
  const { say } = useSpeech(ROSTER);
  const { officeId, name, line, shift, ring } = office;
  return (
    <Panel title={name}>
      <Facts
        facts={[
          [
            say('now'),
            shift === undefined ? (
              <Tag key="nobody" tone="bad">
                {say('nobody')}
              </Tag>
            ) : (
              <strong key="on-duty">{shift.onDuty.map(nameIn).join('、')}</strong>
            ),
          ],
          [say('lead'), shift?.lead && nameIn(shift.lead)],
          [
            say('shift'),
            shift && (
              <SubjectLink kind="roster" id={officeId}>
                <Moment at={shift.from} /> – <Moment at={shift.until} />
              </SubjectLink>
            ),
          ],
          [
            say('handover'),
            shift && (shift.handedOverAt === undefined ? say('handover.none') : <Moment at={shift.handedOverAt} />),
          ],
          [say('line'), line],
          [
            say('ring'),
            <ol key="ring" className="ring-order">
              {ring.map((person) => (
                <li key={nameIn(person)}>
                  {nameIn(person)} <small className="muted">{say(person.because)}</small>
                </li>
              ))}
            </ol>,
          ],
        ]}
      />
      <ContactReading reading={{ ...LINES_READING, masked: () => [] }} view={office} params={{ officeId }} />
    </Panel>
  );
};

/** Who is on duty now in each office, and whom to ring in what order. */
export const DutyNow = (): ReactNode => {
  const { items, error, again } = usePages(rosterRoutes.listOnDuty, { query: {} });
  return (
    <>
      {error && <ProblemAlert error={error} onAgain={again} />}
      <div className="columns">
        {items.map((office) => (
          <Office key={office.officeId} office={office} />
        ))}
      </div>
    </>
  );
};

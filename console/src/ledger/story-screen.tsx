import type { ReactNode } from 'react';
import { useParams } from 'react-router';
import { AGGREGATE_KINDS } from '../../../shared/domain/kernel/aggregate.ts';
import { AGGREGATE_KIND_NAMES } from '../../../shared/reference/aggregate-kinds.ts';
import { useSpeech } from '../i18n/language.ts';
import { Screen } from '../parts/screen.tsx';
import { SubjectLink } from '../parts/subject-link.tsx';
import { LEDGER } from './ledger-words.ts';
import { StoryTimeline } from './story-timeline.tsx';

/** The story of whatever the address names. */
export const StoryScreen = (): ReactNode => {
  const { say, read } = useSpeech(LEDGER);
  const { kind: asked, id = '' } = useParams();
  const kind = AGGREGATE_KINDS.find((one) => one === asked);
  if (kind === undefined) return <Screen title={say('title')}>{say('search.unknown-kind')}</Screen>;
  return (
    <Screen title={say('story.of', { what: read(AGGREGATE_KIND_NAMES[kind]) })}>
      <p>
        <SubjectLink kind={kind} id={id}>
          {say('story.thing')}
        </SubjectLink>{' '}
        <code>{id}</code>
      </p>
      <StoryTimeline kind={kind} id={id} />
    </Screen>
  );
};

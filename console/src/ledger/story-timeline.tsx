import type { ReactNode } from 'react';
import type { AggregateKind } from '../../../shared/domain/kernel/aggregate.ts';
import { type ExportableSchema, ledgerRoutes } from '../../../shared/http/routes/ledger.ts';
import { useMay } from '../api/use-api.ts';
import { useRead } from '../api/use-read.ts';
import { useSpeech } from '../i18n/language.ts';
import { DownloadButton } from '../parts/download-button.tsx';
import { Panel } from '../parts/screen.tsx';
import { Shown } from '../parts/shown.tsx';
import { LEDGER } from './ledger-words.ts';
import { StoryEntry } from './story-entry.tsx';
import { storyLines } from './story-lines.ts';
import { WholeMark } from './whole-mark.tsx';
import './ledger.css';

type Exportable = (typeof ExportableSchema)['_output'];

/** These have personal data in their ledgers: the API does not give them away as files. */
const STAY_AT_HOME: Readonly<Record<Exclude<AggregateKind, Exportable>, true>> = {
  team: true,
  incident: true,
  agency: true,
};

const isExportable = (kind: AggregateKind): kind is Exportable => !(kind in STAY_AT_HOME);

interface StoryTimelineProps {
  readonly kind: AggregateKind;
  readonly id: string;
}

/**
 * The story of one thing: who did what when, with what can be unfolded; whether it holds, and the file that proves it elsewhere.
 * Nothing for whoever may not read ledgers.
 */
export const StoryTimeline = ({ kind, id }: StoryTimelineProps): ReactNode => {
  const { say } = useSpeech(LEDGER);
  const may = useMay();
  const isReader = may(ledgerRoutes.readStory);
  const story = useRead(ledgerRoutes.readStory, { params: { kind, id } }, isReader);
  if (!isReader) return null;
  return (
    <Panel
      title={say('story.title')}
      actions={
        isExportable(kind) &&
        may(ledgerRoutes.exportStory) && (
          <DownloadButton
            contract={ledgerRoutes.exportStory}
            input={{ params: { kind, id } }}
            fileName={`${kind}-${id}.json`}
          >
            {say('story.download')}
          </DownloadButton>
        )
      }
    >
      <Shown read={story}>
        {(body) => (
          <>
            <WholeMark kind={kind} id={id} heads={body.chapters.map(({ head }) => head)} />
            <ol className="story" aria-label={say('story.entries')}>
              {storyLines(body).map((line) => (
                <StoryEntry key={`${line.entry.id} ${line.entry.sequence}`} line={line} />
              ))}
            </ol>
          </>
        )}
      </Shown>
    </Panel>
  );
};

import type { ReactNode } from 'react';
import { LINK_VERDICTS, type LinkVerdict } from '../../../shared/domain/partner-link/link-health.ts';
import { boardRoutes } from '../../../shared/http/routes/board.ts';
import { useRead } from '../api/use-read.ts';
import { useSpeech } from '../i18n/language.ts';
import { Tag, type Tone } from '../parts/marks.tsx';
import { Panel } from '../parts/screen.tsx';
import { Shown } from '../parts/shown.tsx';
import { BOARD } from './board-words.ts';

const TONES: Readonly<Record<LinkVerdict, Tone>> = { healthy: 'good', late: 'waiting', silent: 'bad' };

/** How the links with partners stand, those in trouble first, and why. */
export const PartnerLinks = (): ReactNode => {
  const { say, read } = useSpeech(BOARD);
  const links = useRead(boardRoutes.readPartnerLinks, {});
  return (
    <Panel title={say('links.title')}>
      <Shown read={links}>
        {({ items }) =>
          items.length === 0 ? (
            <p className="muted">{say('links.empty')}</p>
          ) : (
            <ul className="notices">
              {items.map(({ city, name, verdict, reason }) => (
                <li key={city}>
                  <div>
                    <strong>{read(name)}</strong> <span className="muted">{read(reason)}</span>
                  </div>
                  <Tag tone={TONES[verdict]}>{read(LINK_VERDICTS[verdict])}</Tag>
                </li>
              ))}
            </ul>
          )
        }
      </Shown>
    </Panel>
  );
};

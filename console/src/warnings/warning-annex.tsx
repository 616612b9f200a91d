import Button from 'antd/es/button';
import { type ReactNode, useState } from 'react';
import { warningRoutes } from '../../../shared/http/routes/warnings.ts';
import { useRead } from '../api/use-read.ts';
import { useSpeech } from '../i18n/language.ts';
import { Panel } from '../parts/screen.tsx';
import { Shown } from '../parts/shown.tsx';
import { WARNINGS } from './warnings-words.ts';

/** The after-action annex as it is read and printed, with the digest by which it is verified. */
export const WarningAnnex = ({ warningId }: { readonly warningId: string }): ReactNode => {
  const { say, read } = useSpeech(WARNINGS);
  const [isOpen, setOpen] = useState(false);
  const annex = useRead(warningRoutes.readAfterAction, { params: { warningId } }, isOpen);
  return (
    <Panel
      title={say('annex.title')}
      actions={
        isOpen ? (
          <Button onClick={() => window.print()}>{say('annex.print')}</Button>
        ) : (
          <Button onClick={() => setOpen(true)}>{say('annex.show')}</Button>
        )
      }
    >
      {isOpen && (
        <Shown read={annex}>
          {({ text, digest }) => (
            <>
              <div className="annex">{read(text)}</div>
              <p className="muted">
                {say('annex.digest')} <code>{digest}</code>
              </p>
            </>
          )}
        </Shown>
      )}
    </Panel>
  );
};

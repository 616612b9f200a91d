import Button from 'antd/es/button';
import { type ReactNode, useMemo, useState } from 'react';
import { encode } from 'uqr';
import type { IssuedLink } from '../../../shared/http/views/issued-link.ts';
import { useDesk } from '../api/use-api.ts';
import { useSpeech } from '../i18n/language.ts';
import { linkAddress } from '../phone/link-address.ts';
import { LINKS } from './link-words.ts';

/** A link that was just issued, the one time that it is shown: to be scanned or copied. */
export const IssuedOnce = ({ link: { taskId, secret } }: { readonly link: IssuedLink }): ReactNode => {
  const { say } = useSpeech(LINKS);
  const { city } = useDesk();
  const [isCopied, setCopied] = useState(false);
  if (secret === undefined) return null;
  const address = linkAddress({ city: city.code, taskId, secret });
  return (
    <section className="issued-once" role="status">
      <p>
        <strong>{say('issued')}</strong>
      </p>
      <QrCode text={address} label={say('qr.label')} />
      <p>
        <code className="digest">{address}</code>
      </p>
      <Button onClick={() => void navigator.clipboard.writeText(address).then(() => setCopied(true))}>
        {say(isCopied ? 'copied' : 'copy')}
      </Button>
    </section>
  );
};

/** White around the code, modules: what scanners need. */
const MARGIN = 4;

const QrCode = ({ text, label }: { readonly text: string; readonly label: string }): ReactNode => {
  const { data, size } = useMemo(() => encode(text, { border: MARGIN }), [text]);
  const path = data.flatMap((row, y) => row.map((isDark, x) => (isDark ? `M${x} ${y}h1v1h-1z` : ''))).join('');
  return (
    <svg role="img" aria-label={label} viewBox={`0 0 ${size} ${size}`} className="qr-code" shapeRendering="crispEdges">
      <rect width={size} height={size} fill="#fff" />
      <path d={path} fill="#000" />
    </svg>
  );
};

import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { readConfiguration } from './configuration.ts';
import { startLanguages } from './i18n/language.ts';
import { openSession } from './identity/session.ts';
import { readLinkAddress } from './phone/link-address.ts';
import { Application } from './shell/application.tsx';
import './shell/shell.css';
import './parts/parts.css';

const root = document.getElementById('console');
if (!root) throw new Error('the page has no place for the console');

const [configuration] = await Promise.all([readConfiguration(), startLanguages()]);
const session = await openSession(configuration);
// A link that is opened where the page is open already is another page.
window.addEventListener('hashchange', () => {
  if (readLinkAddress(location.hash)) location.reload();
});
createRoot(root).render(
  <StrictMode>
    <Application configuration={configuration} session={session} />
  </StrictMode>,
);

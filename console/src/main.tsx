import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { readConfiguration } from './configuration.ts';
import { startLanguages } from './i18n/language.ts';
import { openSession } from './identity/session.ts';
import { Application } from './shell/application.tsx';
import './shell/shell.css';
import './parts/parts.css';

const root = document.getElementById('console');
if (!root) throw new Error('the page has no place for the console');

const [configuration] = await Promise.all([readConfiguration(), startLanguages()]);
const session = await openSession(configuration);
createRoot(root).render(
  <StrictMode>
    <Application configuration={configuration} session={session} />
  </StrictMode>,
);

import '@cloudscape-design/global-styles/index.css';
import './app/console.css';
import { I18nProvider } from '@cloudscape-design/components/i18n';
import messages from '@cloudscape-design/components/i18n/messages/all.en';
import { QueryClientProvider } from '@tanstack/react-query';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { BrowserRouter } from 'react-router';
import { ApiProvider, clientOf } from './api/client.ts';
import { newQueryClient } from './api/query-client.ts';
import { showKeptAppearance } from './app/appearance.ts';
import { CannotStart } from './app/cannot-start.tsx';
import { Frame } from './app/frame.tsx';
import { NoticesProvider } from './app/notices.tsx';
import { TrailProvider } from './app/trail.tsx';
import { WhoIsHere } from './app/who-is-here.tsx';
import { readConfig } from './session/config.ts';
import { SessionProvider } from './session/context.ts';
import { openSession } from './session/session.ts';

const place = document.getElementById('root');
if (!place) throw new Error('index.html has lost its root');
const root = createRoot(place);
showKeptAppearance();

/** 1. Where we run. 2. Who sits here. 3. The console. */
async function start(): Promise<void> {
  const config = await readConfig();
  const session = await openSession(config);
  root.render(
    <StrictMode>
      <I18nProvider locale="en" messages={[messages]}>
        <QueryClientProvider client={newQueryClient()}>
          <SessionProvider value={{ config, session }}>
            <ApiProvider value={clientOf(session)}>
              <BrowserRouter>
                <WhoIsHere>
                  <NoticesProvider>
                    <TrailProvider>
                      <Frame />
                    </TrailProvider>
                  </NoticesProvider>
                </WhoIsHere>
              </BrowserRouter>
            </ApiProvider>
          </SessionProvider>
        </QueryClientProvider>
      </I18nProvider>
    </StrictMode>,
  );
}

start().catch((failure: unknown) => root.render(<CannotStart failure={failure} />));

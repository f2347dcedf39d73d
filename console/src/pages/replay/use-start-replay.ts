import { useState } from 'react';
import { useNavigate } from 'react-router';
import type { StartReplayRequest } from '#contracts/client.ts';
import { useApi } from '../../api/client.ts';
import { useNotify } from '../../app/notices.tsx';
import { problemText } from '../../parts/problem-text.ts';

/** Starts a replay and goes to where it is watched; says in words why it was refused. */
export function useStartReplay(onRefused: (why: string) => void): {
  readonly run: (body: StartReplayRequest) => Promise<void>;
  readonly running: boolean;
} {
  const api = useApi();
  const notify = useNotify();
  const navigate = useNavigate();
  const [running, setRunning] = useState(false);
  const run = async (body: StartReplayRequest): Promise<void> => {
    setRunning(true);
    try {
      const { data } = await api.startReplay({ body });
      notify({ type: 'success', text: `The replay to ${data.consumer} has begun.` });
      await navigate(`/replays/${encodeURIComponent(data.id)}`);
    } catch (failure) {
      const { title, detail, hint } = problemText(failure);
      onRefused([title, detail, hint].filter(Boolean).join(' '));
      setRunning(false);
    }
  };
  return { run, running };
}

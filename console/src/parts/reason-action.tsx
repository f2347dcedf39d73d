import Button, { type ButtonProps } from '@cloudscape-design/components/button';
import { type ReactNode, useState } from 'react';
import { useMay } from '../session/me.ts';
import { ReasonDialog, type ReasonNeed } from './reason-dialog.tsx';

interface ReasonActionProps {
  /** What the button needs; it is absent for whoever lacks it. */
  readonly scope: string;
  readonly label: string;
  readonly title: string;
  readonly explain: ReactNode;
  readonly reason?: ReasonNeed;
  readonly run: (reason: string) => Promise<unknown>;
  readonly done: ReactNode;
  readonly variant?: ButtonProps.Variant;
  readonly disabled?: boolean;
  /** Why it cannot be pressed now. */
  readonly disabledReason?: string;
  readonly children?: ReactNode;
  /** See ReasonDialog. */
  readonly ready?: boolean;
  readonly notReady?: string;
}

/** A button that asks for a reason and then changes something; absent for who may not. */
export function ReasonAction(props: ReasonActionProps) {
  const { scope, label, variant = 'normal', disabled = false, disabledReason, ...dialog } = props;
  const may = useMay();
  const [open, setOpen] = useState(false);
  if (!may(scope)) return null;
  return (
    <>
      <Button
        variant={variant}
        disabled={disabled}
        {...(disabledReason && { disabledReason })}
        onClick={() => setOpen(true)}
      >
        {label}
      </Button>
      {open && <ReasonDialog {...dialog} confirm={label} onClose={() => setOpen(false)} />}
    </>
  );
}

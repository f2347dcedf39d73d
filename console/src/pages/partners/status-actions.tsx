import type { Partner } from '#contracts/client.ts';
import { useApi } from '../../api/client.ts';
import { etagOf } from '../../api/query-client.ts';
import { ReasonAction } from '../../parts/reason-action.tsx';

interface StatusProps {
  readonly partner: Partner;
  /** Of what the person sees. */
  readonly etag: string | undefined;
}

/** Rehearses the exchange; nothing reaches the partner. */
export function Certify({ partner: { id, name, status } }: StatusProps) {
  const api = useApi();
  return (
    <ReasonAction
      scope="partners.certify"
      label="Certify"
      title={`Rehearse the exchange with ${name}`}
      explain="A simulated partner goes through every case of the agreement as it stands now. Nothing reaches the partner, and nothing that was exchanged changes. It takes up to a minute."
      variant={status === 'onboarding' ? 'primary' : 'normal'}
      run={(reason) => api.certifyPartner({ partnerId: id, body: { reason } })}
      done={`The exchange with ${name} was rehearsed: see the certification.`}
    />
  );
}

/** Lets a certified partner go live, or go on after a suspension. */
export function Activate({ partner, etag }: StatusProps) {
  const api = useApi();
  const { id, name, status, version, certification } = partner;
  if (status === 'active') return null;
  const certified = certification !== undefined && certification.failed === 0;
  return (
    <ReasonAction
      scope="partners.activate"
      label="Activate"
      title={`Let ${name} go live`}
      explain="From now on what they send has effect: answers change orders, invoices are matched. Orders that wait for them are sent."
      variant="primary"
      disabled={!certified}
      disabledReason="Every case of the certification must pass first."
      run={(reason) =>
        api.activatePartner({ partnerId: id, ifMatch: etag ?? etagOf(version), body: { reason } })
      }
      done={`${name} is live.`}
    />
  );
}

/** Stops the exchange at once. */
export function Suspend({ partner, etag }: StatusProps) {
  const api = useApi();
  const { id, name, status, version } = partner;
  if (status === 'suspended') return null;
  return (
    <ReasonAction
      scope="partners.suspend"
      label="Suspend"
      title={`Suspend ${name}`}
      explain="At once: nothing is sent to them, what they send is set aside unread, and their access to the API is refused. It can be activated again; what was set aside can then be read."
      run={(reason) =>
        api.suspendPartner({ partnerId: id, ifMatch: etag ?? etagOf(version), body: { reason } })
      }
      done={`${name} is suspended.`}
    />
  );
}

import { Interchanges } from '../../parts/interchanges.tsx';
import { Page } from '../../parts/page.tsx';

/** Interchanges whose sender nobody is known as. */
export function UnknownSenderPage() {
  return (
    <Page
      title="From unknown senders"
      description="Interchanges whose sender is no partner of ours. They are kept as they came; once the partner's address is in its agreement they can be read again."
      above={[{ text: 'Partners', href: '/partners' }]}
    >
      <Interchanges partnerId="unknown" />
    </Page>
  );
}

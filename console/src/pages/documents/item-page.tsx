import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useParams } from 'react-router';
import type { Item } from '#contracts/client.ts';
import { useApi } from '../../api/client.ts';
import { useRecord } from '../../api/use-record.ts';
import { Facts } from '../../parts/facts.tsx';
import { linkTo } from '../../parts/filters.ts';
import { quantityText, unitText } from '../../parts/format.ts';
import { Loaded } from '../../parts/loaded.tsx';
import { Page } from '../../parts/page.tsx';
import { PageLink } from '../../parts/page-link.tsx';
import { StateBadge } from '../../parts/state-badge.tsx';
import { above } from './above.ts';
import { Orders } from './orders.tsx';
import { originFacts } from './origin-facts.tsx';

/** One item: what is known of it, and the orders it is on. */
export function ItemPage() {
  const api = useApi();
  const { itemId = '' } = useParams();
  const query = useRecord(['item', itemId], () => api.getItem({ itemId }), { interval: 60_000 });
  const item = query.data?.data;
  return (
    <Page
      title={item?.description ?? 'Item'}
      description={`Item ${itemId}`}
      above={above}
      info={item && <StateBadge state={item.status} />}
    >
      <Loaded query={query} what="the item">
        {({ data }) => (
          <SpaceBetween size="l">
            <ItemFacts item={data} />
            <Orders itemId={itemId} />
          </SpaceBetween>
        )}
      </Loaded>
    </Page>
  );
}

function ItemFacts({ item }: { readonly item: Item }) {
  const { id, baseUnit, packs, hierarchy } = item;
  return (
    <Container header={<Header variant="h2">What is known of it</Header>}>
      <Facts
        facts={[
          { label: 'Belongs to', value: hierarchy.join(' › ') },
          { label: 'Kept in', value: unitText(baseUnit, '2') },
          {
            label: 'Packs',
            value:
              packs.length > 0 &&
              packs.map(({ unit, holds, gtin }) => (
                <div key={unit}>
                  {unitText(unit, '1')} of {quantityText({ value: holds, unit: baseUnit })}
                  {gtin && `, GTIN ${gtin}`}
                </div>
              )),
          },
          ...originFacts(item),
          {
            label: 'See also',
            value: (
              <SpaceBetween size="xxs">
                <PageLink href={linkTo('/documents', { find: id })}>Everything under its number</PageLink>
                <PageLink href={linkTo('/proposals', { item: id })}>Its proposals that wait</PageLink>
              </SpaceBetween>
            ),
          },
        ]}
      />
    </Container>
  );
}

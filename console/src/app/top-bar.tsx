import TopNavigation, { type TopNavigationProps } from '@cloudscape-design/components/top-navigation';
import { useFollow } from '../parts/page-link.tsx';
import { useSession } from '../session/context.ts';
import { useMe } from '../session/me.ts';
import { type Appearance, useAppearance } from './appearance.ts';

const appearances: readonly { readonly id: Appearance; readonly text: string }[] = [
  { id: 'light', text: 'Light' },
  { id: 'dark', text: 'Dark' },
  { id: 'system', text: 'As my system' },
];

const isAppearance = (id: string): id is Appearance => appearances.some((one) => one.id === id);

/** Where this runs, who is signed in and with which roles, light or dark, and the way out. */
export function TopBar() {
  const { config, session } = useSession();
  const { id, name, roles } = useMe();
  const [appearance, choose] = useAppearance();
  const follow = useFollow();
  const utilities: TopNavigationProps.Utility[] = [
    { type: 'button', text: `Environment: ${config.environment}`, href: '/', onFollow: follow },
    {
      type: 'menu-dropdown',
      text: 'Appearance',
      ariaLabel: 'Appearance',
      items: appearances.map((one) => ({
        ...one,
        itemType: 'checkbox',
        checked: one.id === appearance,
      })),
      onItemClick: ({ detail }) => {
        if (isAppearance(detail.id)) choose(detail.id);
      },
    },
    {
      type: 'menu-dropdown',
      text: name ?? id,
      description: roles.length > 0 ? `Roles: ${roles.join(', ')}` : 'No role',
      iconName: 'user-profile',
      items: [{ id: 'sign-out', text: 'Sign out' }],
      onItemClick: () => void session.signOut(),
    },
  ];
  return (
    <TopNavigation
      identity={{
        href: '/',
        title: 'Crossdock',
        logo: { src: '/crossdock.svg', alt: 'Crossdock logo' },
        onFollow: follow,
      }}
      utilities={utilities}
    />
  );
}

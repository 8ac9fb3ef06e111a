/** Stories that an honest pair tells. */
import type { Story } from './made-story.test-support.ts';

/** `no failover active` on the primary, as it should go. */
export const forced: Story = {
  name: 'forced',
  fault: [{ stimulus: 'told-standby', unit: 'primary' }],
  turns: [
    { atMs: 60, unit: 'primary', is: 'standby-ready' },
    { atMs: 300, unit: 'secondary', is: 'active' },
  ],
  healMs: 2000,
  endMs: 3000,
  probes: { lost: (atMs) => atMs >= 60 && atMs < 310 },
};

/** The active unit loses power and comes back. */
export const activeLoss: Story = {
  name: 'active-loss',
  fault: [{ stimulus: 'unit-silent', unit: 'primary' }],
  heal: [{ stimulus: 'unit-booting', unit: 'primary' }],
  turns: [
    { atMs: 20, unit: 'primary', is: 'off', mateSays: 'active' },
    { atMs: 900, unit: 'primary', is: 'off', mateSays: 'failed' },
    { atMs: 900, unit: 'secondary', is: 'active' },
    { atMs: 3500, unit: 'primary', is: 'sync-config' },
    { atMs: 4500, unit: 'primary', is: 'standby-ready' },
  ],
  healMs: 2500,
  endMs: 6000,
  probes: { lost: (atMs) => atMs >= 20 && atMs < 905 },
};

/** The standby unit loses power and comes back. */
export const standbyLoss: Story = {
  name: 'standby-loss',
  fault: [{ stimulus: 'unit-silent', unit: 'secondary' }],
  heal: [{ stimulus: 'unit-booting', unit: 'secondary' }],
  turns: [
    { atMs: 20, unit: 'secondary', is: 'off', mateSays: 'standby-ready' },
    { atMs: 900, unit: 'secondary', is: 'off', mateSays: 'failed' },
    { atMs: 3500, unit: 'secondary', is: 'sync-config' },
    { atMs: 4500, unit: 'secondary', is: 'standby-ready' },
  ],
  healMs: 1500,
  endMs: 6000,
  probes: { lost: () => false },
};

/** The inside interface of the active unit loses its link. */
export const linkDown: Story = {
  name: 'link-down',
  fault: [{ stimulus: 'interface-down', unit: 'primary', nameif: 'inside' }],
  heal: [{ stimulus: 'interface-up', unit: 'primary', nameif: 'inside' }],
  turns: [
    { atMs: 500, unit: 'primary', is: 'failed' },
    { atMs: 650, unit: 'secondary', is: 'active' },
    { atMs: 4000, unit: 'primary', is: 'standby-ready' },
  ],
  healMs: 2500,
  endMs: 6000,
};

/** The failover link fails in operation and is restored. */
export const failoverLinkDown: Story = {
  name: 'failover-link-down',
  fault: [{ stimulus: 'failover-link-down' }],
  heal: [{ stimulus: 'failover-link-up' }],
  turns: [],
  links: [
    { atMs: 500, link: 'failover', is: 'failed' },
    { atMs: 200, since: 'heal', link: 'failover', is: 'up' },
  ],
  healMs: 4000,
  endMs: 6000,
  probes: { lost: () => false },
};

/** Every story that an honest pair tells. */
export const honest: readonly Story[] = [forced, activeLoss, standbyLoss, linkDown, failoverLinkDown];

import { expect } from 'chai';
import { ConfigTree } from '../../config/config-tree.ts';
import type { InterfaceSettings } from '../../config/interface-settings.ts';
import { nextHop } from './next-hop.ts';

const outside: InterfaceSettings = {
  name: 'GigabitEthernet0/0',
  hardware: 'GigabitEthernet0/0',
  nameif: 'outside',
  active: '192.0.2.1',
  standby: '192.0.2.2',
  mask: '255.255.255.0',
  purpose: 'traffic',
  group: 1,
  shutdown: false,
  monitored: true,
  securityLevel: 0,
};

describe('the next hop', () => {
  const hop = (to: string, ...routes: readonly string[]): string => {
    const config = new ConfigTree();
    for (const route of routes) config.put(route, route);
    return nextHop(config, outside, to);
  };

  it('is the address itself on its own segment, and where there is no route', () => {
    expect(hop('192.0.2.77', 'route outside 0.0.0.0 0.0.0.0 192.0.2.254 1')).to.equal('192.0.2.77');
    expect(hop('198.51.100.7')).to.equal('198.51.100.7');
  });

  it('is the gateway of the route with the longest mask, whatever their order', () => {
    const routes = [
      'route outside 0.0.0.0 0.0.0.0 192.0.2.254 1',
      'route outside 198.51.100.0 255.255.255.0 192.0.2.253 1',
    ];
    for (const entered of [routes, routes.toReversed()]) {
      expect(hop('198.51.100.7', ...entered)).to.equal('192.0.2.253');
      expect(hop('203.0.113.9', ...entered)).to.equal('192.0.2.254');
    }
  });

  it('is the default gateway as well where the route is written short', () => {
    expect(hop('203.0.113.9', 'route outside 0 0 192.0.2.254')).to.equal('192.0.2.254');
  });

  it('is not behind another interface', () => {
    expect(hop('203.0.113.9', 'route inside 0 0 10.1.1.254')).to.equal('203.0.113.9');
  });
});

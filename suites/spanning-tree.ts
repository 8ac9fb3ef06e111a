/**
 * A pair behind switch ports that run spanning tree without PortFast: how long a unit that boots waits for the hellos of
 * its mate, and passes nothing. Played by name: `fover run spanning-tree`.
 */
import { certify, seesAt, shows } from 'fover';

describe('Behind ports that run spanning tree', () => {
  certify({
    name: 'boot-behind-spanning-tree',
    title:
      'the ports of a unit that boots forward nothing for twice the forward delay, and so long its interfaces wait; then both are as they were',
    requirements: ['TIME-SPANNING-TREE', 'TIME-TRAFFIC-AFTER-SPANNING-TREE', 'AS-STANDBY-FAILED'],
    begin: 'primary',
    needs: ['active-standby', 'single-context', 'spanning-tree'],
    before: [
      seesAt(
        'ports',
        'spanning-tree forwarding .* secondary {data.1.nameif}$',
        'before, the port of the standby unit forwards',
        [],
      ),
    ],
    fault: 'unit-power-loss',
    target: 'standby',
    watch: 'mate-failed',
    next: [{ mend: 0, watch: 3000 }],
    during: [
      seesAt(
        'ports',
        'spanning-tree (?:listening|learning) .* secondary {data.1.nameif}$',
        'the unit has booted, and its port does not forward yet',
        ['TIME-TRAFFIC-AFTER-SPANNING-TREE'],
      ),
      shows(
        'show failover',
        'Interface {data.1.nameif} \\({data.1.standby}\\): \\S+ \\(Waiting\\)',
        'its interface still waits for the hellos of the mate',
        ['TIME-SPANNING-TREE'],
      ),
      seesAt(
        'ports',
        'spanning-tree forwarding .* secondary {data.1.nameif}$',
        'then the port forwards again',
        ['TIME-TRAFFIC-AFTER-SPANNING-TREE'],
        { within: 120_000 },
      ),
      shows(
        'show failover',
        'Interface {data.1.nameif} \\({data.1.standby}\\): Normal \\(Monitored\\)',
        'and the interface is monitored, not before',
        ['TIME-SPANNING-TREE'],
        { within: 120_000 },
      ),
    ],
  });
});

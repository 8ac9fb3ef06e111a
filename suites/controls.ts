/**
 * The instruments, tried before they are believed: `fover run` plays these before every other suite. Nothing is asked
 * of the pair. When nothing is done nothing may be seen, when all traffic is cut off every probe must be lost, and an
 * outage of known length must be measured as long as it was. Where one of them does not come out, nothing passes.
 */
import { certify } from 'fover';

describe('controls', () => {
  certify({
    name: 'control-nothing',
    title: 'nothing is done: no probe is lost, and both units stay as they are',
    requirements: [],
    begin: 'primary',
    fault: 'nothing',
    target: 'active',
    watch: 'nothing',
  });

  certify({
    name: 'control-blackout',
    title: 'all traffic is cut off: every probe of every flow is lost',
    requirements: [],
    begin: 'primary',
    fault: 'blackout',
    target: 'active',
    watch: 'none',
  });

  certify({
    name: 'control-outage',
    title: 'all traffic is cut off for a known time: the outage that is measured is as long',
    requirements: [],
    begin: 'primary',
    // Elsewhere traffic stays away for longer than it was cut off, and nobody knows beforehand for how long.
    needs: ['portfast'],
    fault: 'outage',
    target: 'active',
    watch: 'none',
  });
});

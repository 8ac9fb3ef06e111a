/**
 * What a pair does with an Auto Update Server: who calls it and when, how images, ASDM and a configuration come to both
 * units, and in which order they reload. Played by name: `fover run auto-update`. The bench needs `listen.update-server`;
 * one of iron needs the files of the images as well. Each scenario leaves both units with what they ran before.
 */
import { certify, hides, seesAt, shows, takes } from 'fover';
import type { Act } from 'fover';

const version = '9.2(5)';
const says = 'Version 9\\.2\\(5\\)';
const file = 'asa-9.2.5.bin';
/** Two minor versions on: one cannot take over from the other. */
const nextVersion = '9.4(1)';
const nextSays = 'Version 9\\.4\\(1\\)';
const nextFile = 'asa-9.4.1.bin';
const asdm = 'asdm-7.3.1.bin';

/** A poll period is a minute, the shortest there is; a unit may boot in between. */
const aPoll = { within: 100_000 };
const twoPolls = { within: 160_000 };
const aBoot = { within: 60_000 };
/** Longer than two poll periods. */
const watched = 130_000;

const called = '^\\S+ POST 200 /autoupdate primary ';
const fetched = '^\\S+ GET 200 /';

const debug = shows(
  'debug auto-update client',
  'debug auto-update client',
  'what the client does is displayed from now on',
  [],
  { on: 'primary' },
);

/** The primary unit is told to call, and to say what it does; its first call is a minute away. */
const tellsToCall: readonly Act[] = [
  debug,
  takes(
    [
      'auto-update poll-period 1',
      'auto-update device-id hardware-serial',
      'auto-update server http://{update-server}/autoupdate',
    ],
    'the primary unit takes the address of the server',
    [],
    { on: 'primary' },
  ),
];

const offersImage: Act = {
  offer: { image: version },
  means: 'both units have another image than the server',
};

const readyOn = (active: 'Primary' | 'Secondary', means: string, proves: readonly string[]): Act =>
  shows(
    'show failover | include host:|Interface',
    [`This host: ${active} - Active`, `Other host: \\w+ - Standby Ready`],
    means,
    proves,
    {
      on: active === 'Primary' ? 'primary' : 'secondary',
      // Past the first hellos over every interface, so that the pair is done with what it does.
      expects: [{ count: 'Interface .*: Normal', is: [4, 99] }, { lacks: 'Waiting|Testing|Failed' }],
      ...twoPolls,
    },
  );

const runs = (unit: 'primary' | 'secondary', what: string): Act =>
  shows('show version | include Software Version', what, `${unit} runs this image`, [], {
    on: unit,
    ...aPoll,
  });

const runBoth = (what: string): readonly Act[] => [runs('secondary', what), runs('primary', what)];

/** Nothing calls any more, and nothing of the update is left in configurations and Flash. */
const cleansUp = (files: readonly string[], lines: readonly string[]): readonly Act[] => [
  { offer: {}, means: 'nothing is offered any more' },
  hides('undebug all', 'ERROR', 'nothing is displayed any more', [], { on: 'primary' }),
  takes(
    ['no auto-update server', 'no auto-update poll-period 1', 'no auto-update device-id', ...lines],
    'the pair is no longer told to call',
    [],
    { on: 'primary' },
  ),
  shows('write memory', '\\[OK\\]', 'both units save it', [], { on: 'primary' }),
  ...files.map((name) =>
    hides(`delete /noconfirm disk0:/${name}`, 'Error', 'the file is deleted on both units', [], {
      on: 'primary',
    }),
  ),
];

/** With the new image gone from Flash, both units boot the one that they ran before. */
const bootsBoth = {
  fault: 'both-units-booting',
  target: 'primary',
  watch: 'failover',
  after: runBoth('Version {firmware}'),
} as const;

/** The unit, which stands by, boots without its new image, and so with the old one. */
const loses = (unit: 'primary' | 'secondary'): readonly Act[] => [
  hides(`delete /noconfirm disk0:/${file}`, 'Error', 'the standby unit loses its new image', [], {
    on: unit,
  }),
  shows('failover reload-standby', [], 'and is reloaded', [], {
    on: unit === 'primary' ? 'secondary' : 'primary',
    expects: [{ answer: 'accepted' }],
  }),
];

const rebooted = (
  { primary, secondary }: Readonly<Record<'primary' | 'secondary', number>>,
  means: string,
  proves: readonly string[],
): Act =>
  seesAt('console-messages', [], means, proves, {
    expects: [
      { count: '^primary Rebooting', is: [primary, primary] },
      { count: '^secondary Rebooting', is: [secondary, secondary] },
    ],
  });

describe('Auto Update', () => {
  certify({
    name: 'auto-update-of-both-units',
    title: 'a new image comes to both units, the secondary first, without both being down at once',
    requirements: ['AU-HITLESS', 'AU-SECONDARY-RELOADS-FIRST', 'AU-PRIMARY-CALLS'],
    begin: 'primary',
    needs: ['asa', 'active-standby', 'single-context'],
    setup: [offersImage, ...tellsToCall],
    before: [
      shows(
        'show running-config | include auto-update',
        'auto-update server http://{update-server}/autoupdate',
        'the standby unit has the server that was configured on the primary one',
        ['AU-CONFIGURED-ON-PRIMARY'],
        { on: 'secondary', within: 5000 },
      ),
      shows('show interface {data.1.nameif} | include MAC', 'MAC', 'the address of the primary unit', [], {
        on: 'primary',
        as: 'address of the primary',
      }),
      seesAt(
        'update-server',
        [],
        'the primary unit calls, and tells its own serial number and its own MAC address',
        ['AU-CONFIGURED-ON-PRIMARY', 'AU-PRIMARY-CALLS', 'AU-PRIMARY-IDENTITY'],
        {
          ...aPoll,
          as: 'first call',
          expects: [
            { says: called },
            { take: 'M(?:acAddress|AC address) (\\S+?),?\\s', is: 'same', than: 'address of the primary' },
          ],
        },
      ),
      seesAt(
        'console-messages',
        [
          'primary Auto-update client: Sent DeviceDetails to /autoupdate of server',
          'primary Auto-update client: Processing UpdateInfo from server',
          'primary Component: image, URL: http://\\S+/asa-9\\.2\\.5\\.bin, checksum:',
        ],
        'the debug output tells of the call, and of the image with its URL and checksum',
        ['AU-DEBUG'],
        aPoll,
      ),
      seesAt(
        'console-messages',
        [
          'primary Auto-update client: need to update img, act: yes, stby yes$',
          'primary Auto-update client: update img on stby unit[^]*primary auto-update: Fover copyfile[^]*primary Auto-update client: update img on act unit',
        ],
        'the primary unit knows that its mate needs the image too, and copies it there before it updates its own',
        ['AU-STANDBY-IMAGE-FIRST', 'AU-PRIMARY-DOWNLOADS', 'AU-DEBUG'],
        aPoll,
      ),
      shows(
        'show failover',
        [
          '^Failover On',
          '^Version: Ours {firmware}, Mate 9\\.2\\(5\\)',
          'Other host: Secondary - (?:Standby Ready|Active)',
        ],
        'while one unit runs the new version and the other the old one, failover stays active',
        ['SYS-VERSIONS-DURING-UPGRADE'],
        { on: 'primary', ...aPoll },
      ),
      seesAt(
        'console-messages',
        ['secondary Rebooting[^]*secondary Switching to Active[^]*primary Rebooting'],
        'the secondary unit is reloaded first and becomes active, and only then the primary unit reloads',
        ['AU-SECONDARY-RELOADS-FIRST', 'AU-HITLESS'],
        { ...aPoll, expects: [{ lacks: 'primary Rebooting[^]*secondary Rebooting' }] },
      ),
      ...runBoth(says),
      readyOn('Primary', 'the primary unit is active again with the new image', ['AU-HITLESS']),
      seesAt(
        'update-server',
        [],
        'the primary unit calls again with the new image, fetches nothing more, and the secondary unit never calls',
        ['AU-ENDS-WHEN-EQUAL', 'AU-PRIMARY-CALLS', 'AU-PRIMARY-DOWNLOADS'],
        {
          ...twoPolls,
          expects: [
            { count: `${called}.*9\\.2\\(5\\)`, is: [2, 9] },
            { count: fetched, is: [1, 1] },
            { lacks: ' POST .* secondary ' },
          ],
        },
      ),
      ...cleansUp([file], [`no boot system disk0:/${file}`]),
    ],
    ...bootsBoth,
  });

  certify({
    name: 'auto-update-of-one-unit',
    title:
      'if only one unit has not the image of the server, only it is reloaded, and the primary unit asks first',
    requirements: ['AU-ONLY-PRIMARY', 'AU-ONLY-SECONDARY', 'AU-FAILS-OVER-TO-PRIMARY'],
    begin: 'primary',
    needs: ['asa', 'active-standby', 'single-context'],
    setup: [offersImage, ...tellsToCall],
    before: [
      ...runBoth(says),
      readyOn('Secondary', 'both units run the new image, and the secondary one is still active', []),
      ...loses('primary'),
      runs('primary', 'Version {firmware}'),
      debug,
      seesAt(
        'console-messages',
        'primary Switching to Active[^]*primary Auto-update client: Sent DeviceDetails',
        'the pair fails over to the primary unit before that calls',
        ['AU-FAILS-OVER-TO-PRIMARY', 'AU-PRIMARY-CALLS'],
        aPoll,
      ),
      seesAt(
        'console-messages',
        'primary Auto-update client: need to update img, act: yes, stby no$[^]*secondary Switching to Active[^]*primary Rebooting',
        'only the primary unit needs the image: the secondary unit becomes active, and the primary unit reloads',
        ['AU-ONLY-PRIMARY', 'AU-CHECKSUMS-EXCHANGED'],
        aPoll,
      ),
      runs('primary', says),
      readyOn('Primary', 'the primary unit is active to call again', ['AU-FAILS-OVER-TO-PRIMARY']),
      rebooted({ primary: 3, secondary: 1 }, 'the secondary unit was reloaded for the first update alone', [
        'AU-ONLY-PRIMARY',
      ]),
      debug,
      ...loses('secondary'),
      runs('secondary', 'Version {firmware}'),
      seesAt(
        'console-messages',
        'primary Auto-update client: need to update img, act: no, stby yes$',
        'the primary unit has the checksum of its mate, which differs, beside its own, which does not',
        ['AU-CHECKSUMS-EXCHANGED'],
        aPoll,
      ),
      runs('secondary', says),
      readyOn('Primary', 'the primary unit has stayed active', ['AU-ONLY-SECONDARY']),
      rebooted({ primary: 3, secondary: 3 }, 'this time the secondary unit alone was reloaded', [
        'AU-ONLY-SECONDARY',
      ]),
      ...cleansUp([file], [`no boot system disk0:/${file}`]),
    ],
    ...bootsBoth,
  });

  certify({
    name: 'auto-update-not-while-failed',
    title: 'nothing is updated while the standby unit is failed; then ASDM is, on both units',
    requirements: ['AU-NOT-WHILE-FAILED', 'AU-ASDM'],
    begin: 'primary',
    needs: ['asa', 'active-standby', 'single-context'],
    setup: [{ offer: { asdm: '7.3(1)' }, means: 'both units have another ASDM image' }, ...tellsToCall],
    fault: 'interface-down',
    target: 'standby',
    interface: 'inside',
    watch: watched,
    during: [
      seesAt('update-server', [], 'for two poll periods nobody called', ['AU-NOT-WHILE-FAILED'], {
        expects: [{ count: '^\\S+ (?:POST|GET)', is: [0, 0] }],
      }),
    ],
    after: [
      seesAt(
        'update-server',
        [`${called}[^]*GET 200 /asdm-7\\.3\\.1\\.bin[^]*POST 200 /autoupdate primary `],
        'with a standby unit that is ready the primary unit calls, fetches the ASDM image once, and calls again',
        ['AU-NOT-WHILE-FAILED', 'AU-ASDM', 'AU-ENDS-WHEN-EQUAL'],
        { ...aPoll, expects: [{ count: fetched, is: [1, 1] }, { lacks: ' secondary ' }] },
      ),
      ...(['primary', 'secondary'] as const).map((on) =>
        shows(
          'dir disk0:',
          `${asdm}$`,
          `the ASDM image is in the Flash of the ${on} unit`,
          ['AU-ASDM', 'AU-PRIMARY-DOWNLOADS'],
          { on, ...aBoot },
        ),
      ),
      shows(
        'show running-config | include asdm',
        `asdm image disk0:/${asdm}`,
        'the primary unit uses the new ASDM image',
        ['AU-ASDM'],
        { on: 'primary' },
      ),
      ...cleansUp([asdm], [`no asdm image disk0:/${asdm}`]),
    ],
  });

  certify({
    name: 'auto-update-not-without-link',
    title: 'nothing is updated while the failover link is down; then a configuration is, on both units',
    requirements: ['AU-NOT-WITHOUT-LINK', 'AU-CONFIGURATION-ON-BOTH'],
    begin: 'primary',
    needs: ['asa', 'active-standby', 'single-context', 'lan'],
    setup: [
      ...tellsToCall,
      {
        offer: { configuration: ['access-list from-the-server extended permit udp any any'] },
        means: 'the configuration on the server has a line that no unit has',
      },
    ],
    fault: 'failover-link-down',
    target: 'active',
    watch: watched,
    during: [
      seesAt('update-server', [], 'for two poll periods nobody called', ['AU-NOT-WITHOUT-LINK'], {
        expects: [{ count: '^\\S+ (?:POST|GET)', is: [0, 0] }],
      }),
    ],
    after: [
      seesAt(
        'update-server',
        [`${called}[^]*GET 200 /configuration\\.cfg[^]*POST 200 /autoupdate primary `],
        'over a link that is up the primary unit calls, fetches the configuration once, and calls again',
        ['AU-NOT-WITHOUT-LINK', 'AU-CONFIGURATION-ON-BOTH', 'AU-ENDS-WHEN-EQUAL', 'AU-PRIMARY-DOWNLOADS'],
        { ...aPoll, expects: [{ count: fetched, is: [1, 1] }, { lacks: ' secondary ' }] },
      ),
      ...(['primary', 'secondary'] as const).map((on) =>
        shows(
          'show running-config',
          ['^access-list from-the-server extended permit udp any any', `^failover lan unit ${on}`],
          `the ${on} unit runs with the new line, and is what it was designated as`,
          ['AU-CONFIGURATION-ON-BOTH', 'AU-PRIMARY-IDENTITY'],
          { on, within: 5000 },
        ),
      ),
      readyOn('Primary', 'both units are ready with the new configuration', ['AU-CONFIGURATION-ON-BOTH']),
      ...cleansUp([], ['no access-list from-the-server extended permit udp any any']),
    ],
  });

  certify({
    name: 'auto-update-in-multiple-context-mode',
    title: 'a pair in multiple context mode calls no server',
    requirements: ['AU-SINGLE-ACTIVE-STANDBY'],
    begin: 'primary',
    needs: ['asa', 'multiple-contexts'],
    before: [
      ...tellsToCall,
      seesAt(
        'console-messages',
        'primary Auto-update client: ',
        'the client was to call by now, and says why it does not',
        ['AU-SINGLE-ACTIVE-STANDBY'],
        { ...aPoll, expects: [{ lacks: 'Sent DeviceDetails' }] },
      ),
      seesAt('update-server', [], 'nobody called', ['AU-SINGLE-ACTIVE-STANDBY'], {
        expects: [{ count: '^\\S+ (?:POST|GET)', is: [0, 0] }],
      }),
    ],
  });

  certify({
    name: 'auto-update-not-hitless',
    title: 'for an image that cannot run beside the old one both units reload at the same time',
    requirements: ['AU-NOT-HITLESS'],
    begin: 'primary',
    needs: ['asa', 'active-standby', 'single-context'],
    setup: [
      {
        offer: { image: nextVersion },
        means: 'both units have an image of an older minor version than the server',
      },
      ...tellsToCall,
    ],
    before: [
      seesAt(
        'console-messages',
        ['^secondary Rebooting', '^primary Rebooting'],
        'both units reload, and neither waits for the other to take over',
        ['AU-NOT-HITLESS'],
        { ...aPoll, expects: [{ lacks: 'secondary Switching to Active[^]*primary Rebooting' }] },
      ),
      ...runBoth(nextSays),
      readyOn('Primary', 'the primary unit is active with the new image, and its mate stands by', [
        'AU-NOT-HITLESS',
      ]),
      ...cleansUp([nextFile], [`no boot system disk0:/${nextFile}`]),
    ],
    ...bootsBoth,
  });
});

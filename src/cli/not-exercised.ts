/** Why no scenario that comes with fover exercises requirements that a bench could observe: the reason, and which. */
const reasons: readonly (readonly [string, readonly string[]])[] = [
  [
    'No question asks the probes for an outage that has to be: traffic that stops is found by what limits it.',
    ['AU-IMAGE-STOPS-TRAFFIC'],
  ],
  [
    'Both units take the new link from the server at the same time, so that it does not part them on a simulated bench.',
    ['AU-LINK-UNCHANGED'],
  ],
  [
    'The units synchronize for too short a time for a call, once a minute, to fall into it.',
    ['AU-NOT-WHILE-SYNCING'],
  ],
  [
    'It takes hands at the rack: a unit, a card or a cable is exchanged, and no device of a bench can do that.',
    ['CFG-CABLE-TO-LAN'],
  ],
  [
    'The two units of a bench are alike in this, and no scenario can make them differ.',
    ['SYS-FLASH-MAY-DIFFER', 'SYS-FLASH-TOO-SMALL', 'SYS-PIX-UNRESTRICTED', 'EXEC-BOTH-SUPPORT'],
  ],
  [
    'No unit of a simulated bench has a service module.',
    ['REP-NO-MODULES', 'STATE-NOT-MODULES', 'SYS-MODULE-VERSIONS-MAY-DIFFER', 'SYS-MODULES-INDEPENDENT'],
  ],
  [
    'No client on a bench speaks this protocol or logs in to it.',
    [
      'STATE-WEBVPN-ELEMENTS',
      'STATE-WEBVPN-UNSUPPORTED',
      'STATE-WEBVPN-CITRIX',
      'STATE-SOFTPHONE-CALL',
      'STATE-SOFTPHONE-HANGUP',
    ],
  ],
  [
    'Neither certificates nor an authority that issues them are made on a bench.',
    ['REP-CERTIFICATES', 'REP-KEYS-ERASED', 'REP-ADMIN-CERTIFICATE'],
  ],
  [
    'No server for files outside of the units belongs to a bench.',
    ['REP-EXTERNAL-CONTEXTS', 'OPS-CONTEXTS-CARRIED-OVER'],
  ],
  [
    'What goes through the pair on a bench is far from the load that would show it.',
    ['UH-POLL-COST', 'LOG-LU-ALLOCATE', 'LOG-BLOCK-ALLOC'],
  ],
  [
    'No instrument of a bench times a round trip over the failover link, and none makes one slower.',
    ['SYS-LATENCY'],
  ],
  ['A bench logs in to a unit with all privileges, and has no way in with fewer.', ['EXEC-PRIVILEGE']],
  [
    'It takes the configuration of the unit along, failover with it, which no scenario could put back.',
    ['REP-NOT-MODE'],
  ],
  ['A unit whose failover is off does not say how its groups are.', ['OPS-DISABLED-GROUPS-STAY']],
  ['No simulated unit prints what debugging of failover would show.', ['LOG-DEBUG']],
  [
    'Frames on a link are read by no instrument of a bench, so what is in them is not known.',
    ['IH-TEST-ORDER', 'CFG-KEY-CLEAR-TEXT', 'CFG-KEY-NOT-IN-CLEAR'],
  ],
  ['No unit of a bench that comes with fover has a 4GE card.', ['TIME-CARD-LINK-DOWN']],
  [
    'The guides contradict each other: by chapter 13 a failed unit goes on listening, so that neither outcome breaks them.',
    ['UH-FAILED-UNIT-LEAVES'],
  ],
];

/** The same by id: one sentence for each. A test holds it against what the suites exercise on the simulated benches. */
export const notExercised: Readonly<Record<string, string>> = Object.fromEntries(
  reasons.flatMap(([why, ids]) => ids.map((id) => [id, why])),
);

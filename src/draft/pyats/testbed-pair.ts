import { unitNames } from '../../pair/index.ts';
import type { UnitName } from '../../pair/index.ts';
import { noFacts } from '../facts.ts';
import type { AddressFacts, InterfaceFound, LinkFound, PairFacts } from '../facts.ts';
import { told } from '../told.ts';
import type { Told } from '../told.ts';
import type { TestbedInterface } from './testbed-links.ts';
import { testbedSecret } from './testbed-secret.ts';
import type { SecretsMet } from './testbed-secret.ts';
import type { TestbedView } from './testbed-view.ts';

type Units = Readonly<Record<UnitName, string>>;

/** What the links of a pair are called where people give them names. */
const links: readonly (readonly ['link' | 'stateLink', RegExp])[] = [
  ['link', /^(?:fover|failover|fo-?link|ha)(?:[-_ ]?(?:link|lan))?$/i],
  ['stateLink', /^state(?:ful)?(?:[-_ ]?link)?$/i],
];

/** What a testbed says of both units; most of it stands with the primary one. */
export function testbedPair(
  root: TestbedView,
  units: Units,
  interfaces: readonly TestbedInterface[],
  met: SecretsMet,
): PairFacts {
  const device = root.at('devices')?.at(units.primary);
  const os = device?.at('os');
  const credentials = [device?.at('credentials'), root.at('testbed')?.at('credentials')];
  const login = credentials.map((each) => each?.at('default')).find((each) => each !== undefined);
  const enable = credentials.map((each) => each?.at('enable')).find((each) => each !== undefined);
  readMate(root.at('devices')?.at(units.secondary));
  const found = socketsOf(units, interfaces);
  const named = (which: 'link' | 'stateLink') => found.find((one) => roleOf(one) === which);
  const [link, stateLink] = [linkOf(named('link')), linkOf(named('stateLink'))];
  const platform = platformOf(os);
  return {
    ...noFacts.pair,
    ...(platform && { platform }),
    ...modelOf(device),
    ...usernameOf(login?.at('username')),
    password: told(
      testbedSecret(login?.at('password'), `${units.primary} password`, 'of both units', met),
      login?.place() ?? '',
    ),
    enable: told(
      testbedSecret(enable?.at('password'), `${units.primary} enable`, 'enable of both units', met),
      enable?.place() ?? '',
    ),
    failover: { ...(link && { link }), ...(stateLink && { stateLink }) },
    interfaces: found.filter((one) => roleOf(one) === undefined),
  };
}

/** Both units have one configuration: what is said of the mate a second time needs no remark. */
function readMate(mate: TestbedView | undefined): void {
  for (const key of ['os', 'type', 'platform', 'model', 'series']) mate?.at(key)?.text();
  mate?.at('credentials')?.at('default')?.at('username')?.text();
}

function platformOf(os: TestbedView | undefined): Told<'asa' | 'pix'> | undefined {
  const word = os?.text()?.toLowerCase();
  return os && (word === 'asa' || word === 'pix') ? told(word, os.place()) : undefined;
}

function modelOf(device: TestbedView | undefined): Pick<PairFacts, 'model'> {
  for (const key of ['model', 'platform']) {
    const view = device?.at(key);
    const word = view?.text() ?? '';
    if (view && /^(?:asa-?\d|pix-?\d)[\w-]{0,20}$/i.test(word))
      return {
        model: told(
          word
            .toUpperCase()
            .replace(/^ASA-/, 'ASA')
            .replace(/^PIX(?=\d)/, 'PIX-'),
          view.place(),
        ),
      };
  }
  return {};
}

function usernameOf(view: TestbedView | undefined): Pick<PairFacts, 'username'> {
  const text = view?.text();
  return view && text !== undefined && !text.startsWith('%') ? { username: told(text, view.place()) } : {};
}

/** The sockets of the pair, each with the address of the primary unit as active and that of the other as standby. */
function socketsOf(units: Units, interfaces: readonly TestbedInterface[]): readonly InterfaceFound[] {
  const of = (unit: UnitName) => interfaces.filter((one) => one.device === units[unit]);
  const sockets = new Set(unitNames.flatMap((unit) => of(unit).flatMap(({ socket }) => socket ?? [])));
  return [...sockets].map((socket) => {
    const [ours, theirs] = unitNames.map((unit) => of(unit).find((one) => one.socket === socket));
    const alias = ours?.alias ?? theirs?.alias;
    const addresses = addressesOf(ours, theirs);
    return {
      from: (ours ?? theirs)?.place ?? '',
      interface: socket,
      ...(alias === undefined ? {} : { nameif: alias }),
      ...(addresses ? { addresses } : {}),
    };
  });
}

function addressesOf(
  ours: TestbedInterface | undefined,
  theirs: TestbedInterface | undefined,
): AddressFacts | undefined {
  const active = ours?.address;
  if (!active) return undefined;
  const standby = theirs?.address?.address;
  return { active: active.address, mask: active.mask, ...(standby === undefined ? {} : { standby }) };
}

function roleOf({ nameif = '' }: InterfaceFound): 'link' | 'stateLink' | undefined {
  return links.find(([, shape]) => shape.test(nameif))?.[0];
}

function linkOf(found: InterfaceFound | undefined): LinkFound | undefined {
  if (!found?.nameif) return undefined;
  const { from, nameif, interface: socket, addresses } = found;
  return { from, nameif, interface: socket, ...(addresses ? { addresses } : {}) };
}

import { givenHostname } from '../config/hostname.ts';
import type { Clock } from '../../clock.ts';
import type { GroupId, FailoverState } from '../../pair/index.ts';
import type { AutoUpdateHost, PairStanding } from '../auto-update/auto-update-host.ts';
import { AutoUpdate } from '../auto-update/auto-update.ts';
import { autoUpdateSettings } from '../auto-update/settings.ts';
import type { UpdateMessage } from '../message/update-message.ts';
import type { ConfigTree } from '../config/config-tree.ts';
import { clearConfig } from '../config/factory-config.ts';
import type { FailoverConfig } from '../config/failover-settings.ts';
import type { FailoverCommands } from '../failover/commands.ts';
import type { FailureCause, FailoverMessage } from '../message/failover-message.ts';
import type { Box } from '../box/box.ts';
import { pathOf } from '../box/flash-files.ts';
import type { Space } from './space.ts';

/** The name of the trace that shows what Auto Update does. */
export const updateTrace = 'debug auto-update client';

/** What a unit lends its Auto Update client. */
export interface UpdatingUnit {
  readonly box: Box;
  readonly clock: Clock;
  readonly deviceTime: Date;
  readonly config: ConfigTree;
  readonly debugs: ReadonlySet<string>;
  readonly spaces: { readonly multiple: boolean; readonly system: Space };
  readonly post: { readonly busy: boolean };
  readonly process: {
    readonly commands: FailoverCommands;
    readonly voice: { tell(message: FailoverMessage): void };
    readonly linkUsable: boolean;
    group(id: GroupId): {
      readonly own: { readonly now: FailoverState };
      readonly mate: { readonly state: FailoverState; readonly failedBy: FailureCause | undefined };
    };
  };
  failover(): FailoverConfig;
  show(line: string): void;
  restart(): void;
}

/** The Auto Update client of a unit, which acts through the unit's own commands, files and links. */
export function updateClient(unit: UpdatingUnit): AutoUpdate {
  const { box, process, config } = unit;
  const save = (): void => unit.spaces.system.configuration.save();
  const host: AutoUpdateHost = {
    clock: unit.clock,
    web: box.web,
    files: box.files,
    get deviceTime() {
      return unit.deviceTime;
    },
    settings: () => autoUpdateSettings(config),
    standing: () => standingOf(unit),
    device: () => ({
      deviceId: deviceId(unit),
      serial: box.serial,
      mac: box.cards[0]?.burnedIn ?? '',
      model: box.model,
      version: box.firmware,
    }),
    imagePath: (what) => (what === 'image' ? (bootPath(config) ?? box.image) : asdmPath(config)),
    use: (what, name) => {
      if (what === 'asdm') config.put('asdm image', `asdm image disk0:/${name}`);
      else {
        config.removeAll(({ key }) => key.startsWith('boot system '));
        config.put(`boot system disk0:/${name}`, `boot system disk0:/${name}`);
      }
      save();
    },
    isHitless: (version) => release(version) === release(box.firmware),
    toMate: (message: UpdateMessage) => process.voice.tell(message),
    becomeActive: () => process.commands.becomeActive(),
    giveWay: () => process.commands.becomeStandby(),
    reloadMate: () => void process.commands.reloadStandby(),
    told: () => !unit.post.busy,
    reload: () => unit.restart(),
    replaceConfiguration: (lines) => {
      replaceAll(unit, lines);
      save();
    },
    trace: (line) => {
      if (unit.debugs.has(updateTrace)) unit.show(line);
    },
  };
  return new AutoUpdate(host);
}

function standingOf(unit: UpdatingUnit): PairStanding {
  const { process, spaces } = unit;
  const settings = unit.failover();
  const { own, mate } = process.group(1);
  return {
    failoverOn: settings.on,
    mode: spaces.multiple || settings.mode !== 'active-standby' ? 'other' : 'single Active/Standby',
    isPrimary: settings.unit === 'primary',
    own: own.now,
    mate: mate.state,
    onlyCardFailed: mate.failedBy === 'service-card',
    linkUsable: process.linkUsable,
  };
}

/** The name that the server is told. */
function deviceId({ config, box, spaces }: UpdatingUnit): string {
  const hostname = givenHostname(config) ?? '';
  const { kind, of } = autoUpdateSettings(config)?.deviceId ?? { kind: 'hostname' };
  const one = spaces.system.interfaces().find(({ nameif }) => nameif === (of ?? 'outside'));
  if (kind === 'hardware-serial') return box.serial;
  if (kind === 'string') return of ?? '';
  if (kind === 'ipaddress') return one ? spaces.system.addressOf(one) : '';
  if (kind === 'mac-address') return box.cards.find(({ name }) => name === one?.hardware)?.burnedIn ?? '';
  return hostname;
}

function bootPath(config: ConfigTree): string | undefined {
  const text = config.nodes().find(({ key }) => key.startsWith('boot system '))?.text;
  return text === undefined ? undefined : pathOf(text.slice('boot system '.length));
}

function asdmPath(config: ConfigTree): string | undefined {
  const text = config.text('asdm image');
  return text === undefined ? undefined : pathOf(text.slice('asdm image '.length));
}

/** Everything is replaced, the failover commands as well; only what a unit is designated as stays its own. */
function replaceAll({ config, spaces }: UpdatingUnit, lines: readonly string[]): void {
  const designation = config.text('failover lan unit');
  const written = lines.filter((line) => !/^(\s*$|[:!]|failover lan unit )/.test(line));
  config.batch(() => {
    clearConfig(config, spaces.system.interfaceNames(), () => false);
    spaces.system.configuration.merge([...(designation === undefined ? [] : [designation]), ...written]);
  });
}

/** `9.2(4)` and `9.2(5)` are of one release, and run side by side (ASA 5580 guide, «Software Requirements»). */
function release(version: string): string | undefined {
  return /^\d+\.\d+/.exec(version)?.[0];
}

import type { Cancel } from '../../../clock.ts';
import type { UnitName } from '../../../pair/index.ts';
import type { ConfigTree } from '../../config/config-tree.ts';
import { type FailoverConfig, failoverSettings } from '../../config/failover-settings.ts';
import type { InterfaceSettings } from '../../config/interface-settings.ts';
import type { CableStatus, SerialSocket } from '../../fabric/serial/serial-socket.ts';
import type { Letter, Road } from '../../message/letter.ts';
import type { MateLine } from '../../failover/mate-line.ts';
import type { FailoverMessage } from '../../message/failover-message.ts';
import type { Box } from '../../box/box.ts';
import type { FailoverPost } from './failover-post.ts';
import { messageBytes } from './message-bytes.ts';

/** What the way to the mate needs of the unit. */
export interface MediumUnit {
  readonly box: Pick<Box, 'failoverSocket' | 'traits'>;
  readonly config: ConfigTree;
  failover(): FailoverConfig;
  interfaces(): readonly InterfaceSettings[];
  linkUp(hardware: string): boolean;
  readonly post: FailoverPost;
}

/** Where nobody configures them: the sample output of document 77809 has these beside a configuration without any. */
const cableTimes = { unitPollMs: 15_000, unitHoldMs: 45_000 } as const;

/**
 * What the units of a pair speak over: an Ethernet interface, as every ASA does; or the failover cable, as a PIX does
 * until somebody enters `failover lan enable` (document 77809, «LAN-Based … Configuration», step 2).
 */
export class MateMedium {
  readonly #unit: MediumUnit;
  /** What the cable said this unit is, which it stays when the cable is pulled out. */
  #mark: UnitName | undefined;
  #known:
    | {
        readonly revision: number;
        readonly mark: UnitName | undefined;
        readonly settings: FailoverConfig;
      }
    | undefined;

  constructor(unit: MediumUnit) {
    this.#unit = unit;
  }

  /** What is configured; over the cable, the unit is what the end of the cable says that it is. */
  get settings(): FailoverConfig {
    const { revision } = this.#unit.config;
    const mark = this.#readMark();
    if (this.#known?.revision !== revision || this.#known.mark !== mark) {
      const settings = this.#unit.box.traits.settings(this.#read(mark));
      this.#known = { revision, mark, settings };
    }
    return this.#known.settings;
  }

  /** What the unit reads from its cable; undefined with LAN-based failover. */
  get cable(): CableStatus | undefined {
    return this.#socket?.status;
  }

  get line(): MateLine | undefined {
    const socket = this.#socket;
    return socket ? this.#line(overCable(socket), socket.connected) : this.#overLan();
  }

  /** Tells what comes over the cable while failover is cable-based, and that its status has changed. */
  listen(process: { hear(message: FailoverMessage): void; cableChanged(): void }): Cancel {
    const { failoverSocket, traits } = this.#unit.box;
    const hear = (message: FailoverMessage): void =>
      traits.hears(message).forEach((heard) => process.hear(heard));
    const cancels = [
      failoverSocket?.onMessage((letter) => {
        if (this.#socket) this.#unit.post.take(letter, overCable(failoverSocket), () => hear(letter.message));
      }),
      failoverSocket?.onStatus(() => process.cableChanged()),
    ];
    return () => cancels.forEach((cancel) => cancel?.());
  }

  /** The socket of the cable that failover uses. */
  get #socket(): SerialSocket<Letter> | undefined {
    const { box, config } = this.#unit;
    return config.text('failover lan enable') === undefined ? box.failoverSocket : undefined;
  }

  #readMark(): UnitName | undefined {
    this.#mark = this.#unit.box.failoverSocket?.mark ?? this.#mark;
    return this.#mark;
  }

  #read(mark: UnitName | undefined): FailoverConfig {
    const { config } = this.#unit;
    const settings = failoverSettings(config);
    if (!this.#socket) return settings;
    const times = config.text('failover polltime unit') === undefined ? cableTimes : {};
    return { ...settings, ...times, unit: mark ?? 'secondary', link: undefined };
  }

  #overLan(): MateLine | undefined {
    const unit = this.#unit;
    const link = unit.interfaces().find(({ purpose }) => purpose === 'failover');
    if (!link) return undefined;
    return this.#line(unit.post.over(link), unit.linkUp(link.hardware), () =>
      unit.post.over(link, { key: unit.failover().key }),
    );
  }

  #line(road: Road, up: boolean, sealedRoad = (): Road => road): MateLine {
    const { post } = this.#unit;
    return {
      up,
      busy: post.busy,
      send: (message) => post.send(message, road),
      sealed: () => {
        const sealed = sealedRoad();
        return (message) => post.send(message, sealed);
      },
    };
  }
}

/** In the clear, whatever the failover key: that is for what goes over Ethernet. What may be lost does not wait. */
function overCable(socket: SerialSocket<Letter>): Road {
  return {
    get busy() {
      return socket.busy;
    },
    send: (letter) => socket.send(letter, messageBytes(letter), letter.mark.number === undefined),
  };
}

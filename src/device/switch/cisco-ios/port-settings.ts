import type { Answered, PortSettings } from '../switch.ts';
import type { IosSession } from './ios-session.ts';
import { readErrDisabled } from './show-interfaces-status.ts';
import type { IosPort } from './show-interfaces-status.ts';
import { readPortfast, readSpanningTree } from './show-spanning-tree.ts';
import { readSwitchport } from './show-switchport.ts';

/** How a port is set, asked command by command; `answered` is the answer that its two statuses are from. */
export async function portSettings(
  session: IosSession,
  port: IosPort,
  answered: Answered,
): Promise<PortSettings> {
  const answers = [answered];
  const asked = async <Facts>(command: string, read: (text: string) => Facts): Promise<Facts> => {
    const answer = await session.ask(command);
    answers.push(answer);
    return read(answer.raw);
  };
  const { isSwitched, ...switched } = await asked(
    `show interfaces ${port.interface} switchport`,
    readSwitchport,
  );
  const portfast = await asked(`show spanning-tree interface ${port.interface} portfast`, readPortfast);
  const spanningTree = await asked(`show spanning-tree interface ${port.interface}`, readSpanningTree);
  const causes = port.isErrDisabled
    ? await asked('show interfaces status err-disabled', readErrDisabled)
    : undefined;
  const vlan = switched.trunk === 'on' ? switched.nativeVlan : switched.accessVlan;
  const { admin, oper, speedMbps } = port;
  return {
    admin,
    oper,
    ...(isSwitched && vlan !== undefined ? { vlan } : {}),
    ...(portfast === undefined ? {} : { portfast }),
    ...(spanningTree === undefined ? {} : { spanningTree }),
    ...(isSwitched ? { trunk: switched.trunk } : {}),
    ...(switched.bundle === undefined ? {} : { channel: switched.bundle }),
    ...(speedMbps === undefined ? {} : { speedMbps }),
    ...(causes ? { errDisabled: causes.get(port.names[0] ?? '') ?? 'cause unknown' } : {}),
    askedMs: answered.askedMs,
    answeredMs: answers.at(-1)?.answeredMs ?? answered.answeredMs,
    raw: answers.map(({ raw }) => raw).join('\n'),
  };
}

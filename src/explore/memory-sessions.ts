/** Sessions between the hosts of a simulated bench as lines to an echo, without sockets. */
import type { Dial } from '../bench/index.ts';
import type { EchoedSession, SimulatedBench } from '../simulator/index.ts';
import type { EchoEar, EchoLine, LineEnd } from '../traffic/index.ts';

/** Lines between the hosts of a flow; nothing for a flow that the bench does not have. */
export function memoryDial(simulated: SimulatedBench): Dial {
  return (name, protocol) => {
    const flow = simulated.flows.find((one) => one.name === name);
    return flow && ((ear) => lineOver(flow.openEcho(protocol), ear));
  };
}

/** How a session ends, by its state; the others go on. */
const ends: Readonly<Partial<Record<EchoedSession['state'], readonly [LineEnd, string]>>> = {
  reset: ['reset', 'the session was reset'],
  closed: ['closed', 'the far end has closed it'],
  'timed-out': ['closed', 'the session has timed out'],
};

/** The session as a line: it ends once, and what is closed by us tells nothing more. */
function lineOver(session: EchoedSession, ear: EchoEar): EchoLine {
  let isOver = false;
  const deaf = [
    session.onArrived((bytes) => ear.heard(bytes)),
    session.onChange((state) => {
      const end = ends[state];
      if (!end || isOver) return;
      over();
      ear.ended(...end);
    }),
  ];
  const over = (): void => {
    isOver = true;
    for (const cancel of deaf) cancel();
  };
  return {
    send: (bytes) => {
      if (!isOver) session.send(bytes);
    },
    close: () => {
      over();
      session.close();
    },
  };
}

import { UpdateServer } from '../../listen/index.ts';
import { VirtualClock } from '../../virtual-clock.ts';
import { hold } from '../hold.ts';
import type { FuzzTarget } from '../target.ts';
import { nothing, textOf, utf8 } from '../target.ts';

const details = `<?xml version="1.0"?>\n<DeviceDetails version="1"><Identity SerialNumber="JMX1" x='y'/>
<Component><Type>image</Type><Version>9.2(5)</Version></Component><HostName >fw-a</HostName ></DeviceDetails>\n`;

/** What a unit tells of itself when it calls for updates. */
export const updateServer: FuzzTarget = {
  name: 'update server',
  samples: () => utf8(details, details.replaceAll('><', '>\n<')),
  read(input) {
    const server = new UpdateServer(new VirtualClock(), 'http://10.1.1.1:8080');
    const body = textOf(input);
    const { status } = server.answer({ method: 'POST', path: `/${body.slice(0, 100)}`, body }, '10.1.1.2');
    const [call] = server.since(0);
    hold(call !== undefined && call.told.length <= 40, 'too much is kept of a call');
    return `${status} ${call && call.told.length > 0 ? 'told' : 'nothing told'}`;
  },
  allows: nothing,
  pieces: ['<a>', '<a x="y" ', ' a="', '<a>b</a ', '</'],
};

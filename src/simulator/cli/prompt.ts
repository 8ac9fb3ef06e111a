import { hostnameOf } from '../config/hostname.ts';
import { isActive } from '../../pair/index.ts';
import type { Space } from '../system/space.ts';
import { rootOf } from './commands/policy-config.ts';
import type { Place } from './place.ts';
import type { Mode } from './shell.ts';

/** `fw/pri/act(config-if)# `: the prompt as the `prompt` command has it, which follows the state of the unit. */
export function promptOf(place: Place, mode: Mode, section: string | undefined): string {
  const words = place.system.config.text('prompt')?.split(' ').slice(1) ?? ['hostname'];
  const parts = words.flatMap((word) => partOf(place, word));
  if (mode !== 'config') return `${parts.join('/')}${mode === 'user' ? '>' : '#'} `;
  return `${parts.join('/')}(config${sectionMark(section)})# `;
}

function sectionMark(section: string | undefined): string {
  if (section === undefined) return '';
  if (section.startsWith('context ')) return '-context';
  if (section.startsWith('failover group ')) return '-fover-group';
  if (section.startsWith('object network ')) return '-network-object';
  if (section.startsWith('dns ')) return '-dns-server-group';
  if (section.startsWith('class-map ')) return '-cmap';
  if (section.startsWith('policy-map ')) return policyMark(section);
  if (section.startsWith('router ')) return '-router';
  if (section.startsWith('crypto ca server')) return '-ca-server';
  return section.includes('.') ? '-subif' : '-if';
}

function policyMark(section: string): string {
  if (section === rootOf(section)) return '-pmap';
  return section.endsWith(' parameters') ? '-pmap-p' : '-pmap-c';
}

function partOf({ system, space }: Place, word: string): string[] {
  if (word === 'context') return space.name === undefined ? [] : [space.name];
  if (word === 'hostname') return [hostnameOf(system.config)];
  if (word === 'domain')
    return [system.config.text('domain-name')?.split(' ')[1] ?? 'default.domain.invalid'];
  if (word === 'priority') return [system.failover().unit === 'primary' ? 'pri' : 'sec'];
  return word === 'state' ? [stateMark(space.standing)] : [];
}

/** With failover off the unit keeps the state that it had, and says that failover is off. */
function stateMark({ state, role }: Space['standing']): string {
  if (state === 'disabled') return role === 'active' ? 'actNoFailover' : 'stbyNoFailover';
  return isActive(state) ? 'act' : 'stby';
}

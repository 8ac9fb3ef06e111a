import { isActive } from '../../pair/index.ts';
import type { System } from '../system/system.ts';
import type { Mode } from './shell.ts';

/** `fw/pri/act(config-if)# `: the prompt as the `prompt` command has it, which follows the state of the unit. */
export function promptOf(system: System, mode: Mode, section: string | undefined): string {
  const words = system.config.text('prompt')?.split(' ').slice(1) ?? ['hostname'];
  const parts = words.flatMap((word) => partOf(system, word));
  if (mode !== 'config') return `${parts.join('/')}${mode === 'user' ? '>' : '#'} `;
  return `${parts.join('/')}(config${sectionMark(section)})# `;
}

function sectionMark(section: string | undefined): string {
  if (section === undefined) return '';
  if (section.startsWith('router ')) return '-router';
  if (section.startsWith('crypto ca server')) return '-ca-server';
  return section.includes('.') ? '-subif' : '-if';
}

function partOf(system: System, word: string): string[] {
  if (word === 'hostname') return [system.config.text('hostname')?.split(' ')[1] ?? 'ciscoasa'];
  if (word === 'domain')
    return [system.config.text('domain-name')?.split(' ')[1] ?? 'default.domain.invalid'];
  if (word === 'priority') return [system.failover().unit === 'primary' ? 'pri' : 'sec'];
  return word === 'state' ? [stateMark(system)] : [];
}

/** With failover off the unit keeps the state that it had, and says that failover is off. */
function stateMark(system: System): string {
  const { state, takeover } = system.process;
  if (state === 'disabled') return takeover.role === 'active' ? 'actNoFailover' : 'stbyNoFailover';
  return isActive(state) ? 'act' : 'stby';
}

/** The monitor that a unit is left in when its boot is interrupted. It knows little, and nothing of failover. */
export class Rommon {
  readonly #platform: 'asa' | 'pix';
  readonly #print: (text: string) => void;
  readonly #boot: () => void;
  #line = '';
  #count = 0;

  constructor(platform: 'asa' | 'pix', print: (text: string) => void, boot: () => void) {
    this.#platform = platform;
    this.#print = print;
    this.#boot = boot;
    this.#print('\r\n\r\nBoot interrupted.\r\n\r\n');
    this.#prompt();
  }

  type(text: string): void {
    for (const char of text) {
      if (char === '\r') this.#enter();
      else if ((char === '\b' || char === '\x7f') && this.#line !== '') {
        this.#line = this.#line.slice(0, -1);
        this.#print('\b \b');
      } else if (char >= ' ' && char !== '\x7f') {
        this.#line += char;
        this.#print(char);
      }
    }
  }

  #enter(): void {
    const command = this.#line.trim();
    this.#line = '';
    this.#print('\r\n');
    if (['boot', 'reset', 'reload'].includes(command)) return this.#boot();
    if (command === 'confreg') this.#print('\r\nCurrent Configuration Register: 0x00000001\r\n');
    else if (command === '?' || command === 'help') this.#print('boot   reset   reload   confreg   help\r\n');
    else if (command !== '')
      this.#print(`Invalid or incorrect command: ${command}. Use 'help' for help.\r\n`);
    this.#prompt();
  }

  #prompt(): void {
    this.#print(this.#platform === 'pix' ? 'monitor> ' : `rommon #${this.#count++}> `);
  }
}

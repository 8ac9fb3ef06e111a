/** Longer rows than this are no words about flash. */
const longestRow = 500;

/** Rows with which a unit begins to write to its flash, as captured; `write memory` prints the first. */
const begins: readonly RegExp[] = [
  /^Building configuration\.\.\./,
  /^Begin to dump crashinfo to flash/,
  /^Core dump in progress/,
  /^Copy in progress/,
  /^(?:Writing|Erasing)\b.*\b(?:flash|disk\d?|coredump|file|image|partition)\b/i,
];

/** It is done, or it boots. */
const ends: readonly RegExp[] = [
  /\[OK\]\s*$/,
  /^\d+ bytes copied in /,
  /^Rebooting(?: system)?\.\.\./,
  /^(?:Booting system, please wait|Embedded BIOS Version |Cisco Systems? ROMMON|(?:Cisco Secure )?PIX (?:Firewall )?BIOS)/,
];

/** It reads commands again. */
const prompt = /^[\w./()-]{1,80}[>#] ?$/;

/** Hears on a console whether its unit writes to its flash. What it does in silence, or told over another line, nobody hears. */
export class FlashEar {
  #row = '';
  #writing: string | undefined;

  /** The words with which it began to, until it is done. */
  get writing(): string | undefined {
    return this.#writing;
  }

  hears(bytes: Uint8Array): void {
    const rows = `${this.#row}${Buffer.from(bytes).toString('latin1')}`.split(/[\r\n]+/);
    const last = rows.pop() ?? '';
    for (const row of rows) this.#read(row);
    this.#row = last.slice(-longestRow);
    // A prompt waits at the end of its row.
    if (prompt.test(this.#row)) this.#writing = undefined;
  }

  #read(row: string): void {
    if (row.length > longestRow) return;
    if (ends.some((pattern) => pattern.test(row))) this.#writing = undefined;
    else if (begins.some((pattern) => pattern.test(row))) this.#writing = row.trim();
  }
}

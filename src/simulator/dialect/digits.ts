/** `924` of `9.2(4)`, as images are named. */
export function digitsOf(firmware: string): string {
  return firmware.replace(/\D/g, '');
}

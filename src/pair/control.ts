/**
 * What instruments are tried with before they are believed: nothing is done, all traffic is cut off, and all traffic is
 * cut off for a time that is known.
 */
export const controls = ['nothing', 'blackout', 'outage'] as const;

/** One of them. */
export type Control = (typeof controls)[number];

/** Whether a fault of this name tries the instruments, and not the pair. */
export const isControl = (fault: string): fault is Control => controls.some((control) => control === fault);

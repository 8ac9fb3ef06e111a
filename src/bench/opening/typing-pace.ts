/** PIX consoles lose characters that come faster than 20 to 50 ms. */
export const pixTypingMs = 30;

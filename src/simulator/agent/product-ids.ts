import type { Box } from '../box/box.ts';

/** `ciscoProducts`, below which every model has its number (CISCO-PRODUCTS-MIB). */
const ciscoProducts = '1.3.6.1.4.1.9.1';

interface Numbers {
  readonly single: number;
  /** Of a security context of the model. */
  readonly context?: number;
  /** Of its system execution space. */
  readonly system?: number;
}

const products: Readonly<Record<string, Numbers>> = {
  'PIX-515E': { single: 451, context: 677, system: 769 },
  ASA5505: { single: 745 },
  ASA5510: { single: 669, context: 773, system: 774 },
  ASA5520: { single: 670 },
  ASA5525: { single: 1408 },
  ASA5540: { single: 672 },
  ASA5550: { single: 753 },
  ASA5580: { single: 914, context: 915, system: 916 },
};

/** `sysObjectID` of a unit, as whoever answers there; that of the vendor alone for a model whose number is not known. */
export function productId({ model, platform }: Box, answers: keyof Numbers): string {
  const found = products[platform === 'asa' ? model.replace(/-.*$/, '') : model];
  return found ? `${ciscoProducts}.${found[answers] ?? found.single}` : ciscoProducts;
}

import { instruments } from '../bench/index.ts';
import { meets, unitNames } from '../pair/index.ts';
import { typedBy } from './act.ts';
import type { Act, Offer } from './act.ts';

type Questioning = Exclude<Act, Offer>;

const places: readonly string[] = ['active', 'standby', ...unitNames];

/** What is wrong with an act, before anything is touched, or nothing. */
export function mistakeIn(act: Act): string | undefined {
  const told = typedBy(act);
  if (told.length === 0 || told.some((line) => typeof line !== 'string' || line.trim() === ''))
    return 'an act is { ask: … }, { enter: … } or { look: … }, and none of them is empty';
  const mistake = 'offer' in act ? offerMistake(act) : (expectMistake(act) ?? placeMistake(act));
  return mistake === undefined ? undefined : `«${told.join('; ')}» ${mistake}`;
}

function offerMistake({ offer, means }: Offer): string | undefined {
  const said: unknown = offer;
  if (typeof means !== 'string' || means === '')
    return 'needs means, what it is offered for, in one sentence';
  if (typeof said !== 'object' || said === null) return 'offers no object; an empty one withdraws the offer';
  const unknown = Object.entries(said).find(([key, value]) => !isOffer(key, value));
  return (
    unknown &&
    `offers ${unknown[0]}; it may offer image and asdm, a version each, and configuration, a list of lines`
  );
}

function isOffer(key: string, value: unknown): boolean {
  if (key === 'image' || key === 'asdm')
    return typeof value === 'string' && /^\{?\w[\w.()-]*\}?$/.test(value);
  return key === 'configuration' && Array.isArray(value) && value.every((line) => typeof line === 'string');
}

function expectMistake(act: Questioning): string | undefined {
  const { means, expects, proves } = act;
  if (typeof means !== 'string' || means === '')
    return 'needs means, what its answer has to show, in one sentence';
  if (!Array.isArray(expects) || expects.length === 0)
    return 'expects nothing; what proves nothing need not be asked';
  if (!Array.isArray(proves)) return 'needs proves, a list of ids of requirements; it may be empty';
  try {
    const nothing = { outcome: 'accepted', text: '', askedMs: 0, answeredMs: 0 } as const;
    meets(nothing, expects, () => nothing);
    return undefined;
  } catch (error) {
    return `expects what cannot be read: ${String(error)}`;
  }
}

function placeMistake(act: Questioning): string | undefined {
  if ('look' in act)
    return instruments[act.look] === undefined
      ? `is no instrument; there are ${Object.keys(instruments).join(', ')}`
      : undefined;
  if (!places.includes(act.on))
    return `is typed on ${JSON.stringify(act.on) ?? 'nothing'}; on is one of ${places.join(', ')}`;
  return undefined;
}

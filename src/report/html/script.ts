import { createHash } from 'node:crypto';
import type { Markup } from './markup.ts';

/** Unfolds what a link leads to. The page can be read without it: links then lead to the list, folded. */
const source = `addEventListener('hashchange',show);show();function show(){let e=document.getElementById(location.hash.slice(1));const to=e;for(;e;e=e.parentElement)if(e.tagName==='DETAILS')e.open=true;to?.querySelector(':scope > details')?.setAttribute('open','');to?.scrollIntoView()}`;

/** The one script of the page. */
export const script: Markup = { markup: `<script>${source}</script>` };

/** What the policy of the page allows to run: these very bytes. */
export const scriptDigest: string = `sha256-${createHash('sha256').update(source).digest('base64')}`;

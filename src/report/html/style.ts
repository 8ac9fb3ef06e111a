import type { Markup } from './markup.ts';

/** The look of the page, in light, in dark and on paper. */
export const style: Markup = {
  markup: `<style>
:root{--paper:#fff;--ink:#1b1f24;--quiet:#57606a;--line:#d0d7de;--soft:#f3f5f7;--link:#0b5cad;
--active:#1a7f37;--standby:#2f6fbf;--moving:#8f6608;--failed:#c02a33;--off:#3a4048;--unknown:#8250a8;
--through:#8fcaa0;--lost:#d1242f;--setup:#64707c;--heal:#2a8f86;--phase:#c9d1d9;--phase-ink:#1b1f24;--through-ink:#10321b;
--pass:#1a7f37;--waived:#0b6e99;--fail:#c02a33;--inconclusive:#8a6100;--infrastructure:#8250a8;--pending:#57606a;
--fault-shade:#d1242f1f;--edge-shade:#d1242f52;--window:#cfe3f8;--window-line:#2f6fbf;--banner:#fff1c2;--banner-line:#c99700;--hatch:#8c98a6;--on:#fff}
@media screen and (prefers-color-scheme:dark){:root{--paper:#12161b;--ink:#e6e9ed;--quiet:#9aa5b1;--line:#30373f;--soft:#1b2128;--link:#79b8ff;
--active:#1f8240;--standby:#3674c4;--moving:#8f6d12;--failed:#c93b42;--off:#59626d;--unknown:#8a5cb5;
--through:#2c5e3c;--lost:#d53b42;--setup:#5d6874;--heal:#1f7d75;--phase:#3a434d;--phase-ink:#e6e9ed;--through-ink:#d9f2e0;
--pass:#1f8240;--waived:#1d7599;--fail:#c93b42;--inconclusive:#8f6d12;--infrastructure:#8a5cb5;--pending:#59626d;
--fault-shade:#ff5a5f26;--edge-shade:#ff5a5f66;--window:#1d3a5c;--window-line:#79b8ff;--banner:#3d3210;--banner-line:#c99700;--hatch:#77828e}}
*{box-sizing:border-box}
html{-webkit-text-size-adjust:100%}
body{margin:0;background:var(--paper);color:var(--ink);font:15px/1.5 system-ui,-apple-system,"Segoe UI",Roboto,"DejaVu Sans",sans-serif}
main{max-width:1180px;margin:0 auto;padding:20px 20px 60px}
h1{font-size:22px;line-height:1.35;margin:4px 0 0;display:flex;gap:14px;align-items:baseline;flex-wrap:wrap}
h1 span:last-child{flex:1 1 300px;min-width:0}
h2{font-size:19px;line-height:1.35;margin:44px 0 8px;padding-top:14px;border-top:1px solid var(--line)}
h3{font-size:15px;margin:18px 0 4px}
p{margin:6px 0}
h1,h2,h3,p,li,td,th,dd,caption,summary{overflow-wrap:anywhere}
a{color:var(--link)}
.patterns{position:absolute}
.quiet,.tool,.none,.until{color:var(--quiet)}
.quiet{font-size:13px;font-weight:400}
.tool{margin:0;font-size:13px;letter-spacing:.02em}
.top{border-left:6px solid var(--line);padding:4px 0 6px 16px}
.b-edge-pass{border-color:var(--pass)}.b-edge-fail,.b-edge-dirty{border-color:var(--fail)}
.b-edge-waived{border-color:var(--waived)}.b-edge-inconclusive{border-color:var(--inconclusive)}.b-edge-infrastructure{border-color:var(--infrastructure)}
.badge{display:inline-block;padding:1px 8px;border-radius:4px;color:#fff;font-size:12px;font-weight:700;letter-spacing:.04em;white-space:nowrap;vertical-align:.12em}
h1 .badge{font-size:17px;padding:3px 12px}
.b-pass{background:var(--pass)}.b-waived{background:var(--waived)}.b-fail,.b-dirty{background:var(--fail)}.b-inconclusive{background:var(--inconclusive)}
.b-infrastructure{background:var(--infrastructure)}.b-pending{background:var(--pending)}
.banner{margin:16px 0;padding:10px 14px;background:var(--banner);border:1px solid var(--banner-line);border-left-width:6px;border-radius:4px}
.scroll{overflow-x:auto;margin:14px 0}
table{border-collapse:collapse;width:100%;font-size:14px}
caption{text-align:left;font-weight:600;font-size:15px;padding:4px 0}
th,td{text-align:left;vertical-align:top;padding:6px 10px 6px 0;border-top:1px solid var(--line)}
thead th{white-space:nowrap;color:var(--quiet);font-size:12.5px;font-weight:600;border-top:0}
tbody th{font-weight:600}
.beside table{min-width:560px}
.number{font-variant-numeric:tabular-nums;white-space:nowrap}
.facts{display:grid;grid-template-columns:repeat(auto-fill,minmax(230px,1fr));gap:8px 24px;margin:20px 0;padding:12px 14px;background:var(--soft);border-radius:6px}
.facts dt{font-size:12px;color:var(--quiet)}.facts dd{margin:0;font-size:14px;overflow-wrap:anywhere}
.sentences{margin:4px 0;padding-left:20px}
.because{font-size:16px}
.headline{margin:14px 0;max-width:720px}
.measured{margin:0 0 4px;font-size:14px}.measured strong{font-size:22px;margin-right:12px;font-variant-numeric:tabular-nums}.measured span{color:var(--quiet)}
.chart{margin:16px 0}
.chart>svg,.headline svg{display:block;overflow:visible}
svg text{font-size:12px;fill:var(--ink);font-variant-numeric:tabular-nums}
.lane-name{fill:var(--quiet)}.axis{fill:var(--quiet);font-size:11px}
.lane{stroke:var(--line)}.grid{stroke:var(--line);stroke-dasharray:2 3}
.bar{stroke-width:1}
.t-active{fill:var(--active);stroke:var(--active)}.t-standby{fill:var(--standby);stroke:var(--standby)}
.t-moving{fill:var(--moving);stroke:var(--moving)}.t-failed{fill:var(--failed);stroke:var(--failed)}
.t-off{fill:var(--off);stroke:var(--off)}.t-unknown{fill:var(--unknown);stroke:var(--unknown)}
.t-between{fill:url(#hatch);stroke:none}.t-gap{fill:url(#dots);stroke:var(--hatch)}
.t-through{fill:var(--through);stroke:var(--through)}.t-lost{fill:var(--lost);stroke:var(--lost)}
.t-setup{fill:var(--setup);stroke:var(--setup)}.t-fault{fill:var(--failed);stroke:var(--failed)}.t-heal{fill:var(--heal);stroke:var(--heal)}
.t-pass{fill:var(--pass);stroke:var(--pass)}.t-fail{fill:var(--fail);stroke:var(--fail)}
.t-waived{fill:var(--waived);stroke:var(--waived)}.t-inconclusive{fill:var(--inconclusive);stroke:var(--inconclusive)}.t-infrastructure{fill:var(--infrastructure);stroke:var(--infrastructure)}
.t-phase{fill:var(--phase);stroke:var(--paper)}
[class^=on-]{fill:var(--on)}.on-phase{fill:var(--phase-ink)}.on-through{fill:var(--through-ink)}.on-gap,.on-between{fill:var(--ink);paint-order:stroke;stroke:var(--soft);stroke-width:4px}
.tick{stroke:var(--ink);stroke-width:1.25}.letter{font-size:11px;font-weight:700}
.hatch-ground{fill:var(--soft)}.hatch-line{fill:var(--hatch)}
.shade-fault{fill:var(--fault-shade)}.shade-edge{fill:var(--edge-shade)}
.window{fill:var(--window);stroke:var(--window-line)}
summary{cursor:pointer;color:var(--link)}
.beside,.chronicle{margin:8px 0}
.chronicle ol{list-style:none;margin:8px 0;padding:0;font-size:13.5px}
.chronicle li{padding:3px 8px;border-top:1px solid var(--line)}
.chronicle li:target{outline:2px solid var(--link);background:var(--soft)}
.seq{color:var(--quiet);display:inline-block;min-width:46px}.when{font-variant-numeric:tabular-nums;margin-right:6px}
.k-action b{color:var(--failed)}.k-scenario,.k-phase,.k-run{background:var(--soft)}.k-gap b,.k-trouble b{color:var(--unknown)}
.raw summary{font-size:12.5px}
pre{margin:4px 0;padding:8px 10px;background:var(--soft);border-radius:4px;white-space:pre-wrap;overflow-wrap:anywhere;font:12.5px/1.45 ui-monospace,SFMono-Regular,Menlo,"DejaVu Sans Mono",monospace}
.keys{list-style:none;padding:0;display:grid;grid-template-columns:repeat(auto-fill,minmax(210px,1fr));gap:4px 18px;font-size:14px}
.keys svg{vertical-align:-2px}
@media screen and (max-width:720px){table.cards thead{position:absolute;clip-path:inset(50%);width:1px;height:1px;overflow:hidden;white-space:nowrap}
table.cards,table.cards tbody,table.cards tr,table.cards caption{display:block}table.cards tr{border-top:1px solid var(--line);padding:8px 0}
table.cards th,table.cards td{display:block;border:0;padding:2px 0;white-space:normal}
table.cards td[data-is]::before{content:attr(data-is) ": ";color:var(--quiet);font-weight:400;font-size:12.5px}}
@media (max-width:520px){main{padding:12px 12px 40px}h1{font-size:19px}h2{font-size:17px}}
@media print{body{font-size:10.5pt}main{max-width:none;padding:0}.scenario{break-before:page}tr,figure,.headline,.banner,.facts{break-inside:avoid}
*{print-color-adjust:exact;-webkit-print-color-adjust:exact}.scroll{overflow:visible}table.findings,table.scenarios,.beside table{min-width:0}.chronicle:not([open]),.beside:not([open]),details:not([open])>summary{display:none}}
</style>`,
};

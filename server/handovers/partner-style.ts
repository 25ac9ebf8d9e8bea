/** The style of the partner's page: the colours of the kiosk, letters of the telephone, nothing to wait for. */
export const PARTNER_STYLE = `:root { color-scheme: light; }
body { margin: 0; background: #fbf6ec; color: #16302e; font: 1.125rem/1.5 system-ui, sans-serif; }
header, main, footer { max-inline-size: 36rem; margin-inline: auto; padding: 0 1rem; }
header { display: flex; justify-content: space-between; padding-block: 1rem; font-weight: 700; }
h1 { font-size: 1.75rem; line-height: 1.15; overflow-wrap: anywhere; }
h2 { font-size: 1.25rem; margin-block: 0 .5rem; }
a { color: #08403c; display: inline-block; padding-block: .5rem; }
section { background: #fff; border: 1px solid #dcd3c1; border-radius: 1rem; padding: 1rem; margin-block: 1rem; }
.notice { background: #fff3dc; border: 2px solid #16302e; border-radius: 1rem; padding: 1rem; }
.soft { color: #3e524f; font-size: 1rem; overflow-wrap: anywhere; }
dl { margin: 0; }
dt { color: #3e524f; margin-block-start: .75rem; }
dd { margin: 0; overflow-wrap: anywhere; }
.code, input { font-family: ui-monospace, monospace; letter-spacing: .05em; }
label { display: block; font-weight: 700; }
input { box-sizing: border-box; inline-size: 100%; font-size: 1.5rem; padding: .75rem; border: 2px solid #16302e; border-radius: .75rem; background: #fff; color: inherit; text-transform: uppercase; }
button { inline-size: 100%; min-block-size: 3.25rem; margin-block: .5rem; padding: .75rem 1rem; font: inherit; font-weight: 700; border: 2px solid #0c5a54; border-radius: 1.75rem; background: #0c5a54; color: #fff; }
button.plain { background: #fff; color: #08403c; }
:focus-visible { outline: 4px solid #0c5a54; outline-offset: 3px; }
`;

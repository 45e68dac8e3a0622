/** One small style sheet; the page needs no scripts or other resources. */
export const style = `
:root { color-scheme: light; --ink: #14231b; --dim: #4c5f55; --line: #d5e0d9; --paper: #f3f7f4; --green: #1d7a3e; --red: #a4262c; }
* { box-sizing: border-box; }
body { margin: 0; font: 16px/1.45 system-ui, sans-serif; color: var(--ink); background: var(--paper); }
main { max-width: 64rem; margin: 0 auto; padding: 1rem; }
header { display: flex; flex-wrap: wrap; gap: .5rem 1rem; align-items: baseline; justify-content: space-between; }
h1 { font-size: 1.35rem; margin: 0; }
h2 { font-size: 1.1rem; margin: 1.75rem 0 .75rem; }
.dim { color: var(--dim); }
.small { font-size: .875rem; }
form.find { display: flex; gap: .5rem; margin: .75rem 0 0; }
input { font: inherit; padding: .55rem .7rem; border: 1px solid #8aa396; border-radius: .5rem; min-width: 0; flex: 1; background: #fff; }
button { font: inherit; font-weight: 600; min-height: 2.75rem; padding: .45rem .8rem; border-radius: .6rem; border: 1px solid #8aa396; background: #fff; color: var(--ink); cursor: pointer; }
button:hover { background: #e6efe9; }
:focus-visible { outline: 3px solid #1a5fb4; outline-offset: 2px; }
.phones { display: grid; gap: 1rem; grid-template-columns: repeat(auto-fill, minmax(min(19rem, 100%), 1fr)); }
.phone { background: #17211c; color: #fff; border-radius: 1.75rem; padding: 1rem .8rem .9rem; box-shadow: 0 6px 20px #0b1f1333; }
.phone .bar { display: flex; justify-content: space-between; gap: .5rem; padding: 0 .6rem .6rem; font-size: .85rem; color: #cfe3d7; }
.prompt { background: #fff; color: var(--ink); border-radius: 1rem; padding: 1rem; }
.prompt h3 { margin: 0 0 .5rem; font-size: 1rem; color: var(--green); }
.prompt p { margin: 0 0 .6rem; overflow-wrap: anywhere; }
.amount { font-size: 1.6rem; font-weight: 700; }
.pin { letter-spacing: .5rem; border: 1px solid var(--line); border-radius: .5rem; padding: .35rem .7rem; }
.answers { display: grid; grid-template-columns: 1fr 1fr; gap: .5rem; margin-top: .8rem; }
.answers .approve { grid-column: 1 / -1; background: var(--green); border-color: var(--green); color: #fff; }
.answers .approve:hover { background: #155f2f; }
.empty { background: #fff; border: 1px dashed #8aa396; border-radius: 1rem; padding: 1.5rem 1rem; text-align: center; }
ol.history { list-style: none; margin: 0; padding: 0; background: #fff; border: 1px solid var(--line); border-radius: 1rem; }
ol.history li { display: grid; grid-template-columns: 1fr auto; gap: .1rem .75rem; padding: .65rem .9rem; border-top: 1px solid var(--line); overflow-wrap: anywhere; }
ol.history li:first-child { border-top: 0; }
ol.history .end { text-align: right; }
.paid { color: var(--green); font-weight: 600; }
.failed { color: var(--red); font-weight: 600; }
table { border-collapse: collapse; width: 100%; background: #fff; }
th, td { text-align: left; padding: .35rem .6rem; border: 1px solid var(--line); vertical-align: top; }
.wide { overflow-x: auto; }
a { color: #1a5fb4; }
code { font-family: ui-monospace, monospace; }
`

export const style = `
:root { color-scheme: light; --ink: #1a2230; --dim: #556074; --line: #d8dee8; --paper: #f4f6fa; --link: #1a5fb4; }
* { box-sizing: border-box; }
body { margin: 0; font: 16px/1.45 system-ui, sans-serif; color: var(--ink); background: var(--paper); }
main { max-width: 60rem; margin: 0 auto; padding: 1rem; }
header { display: flex; flex-wrap: wrap; gap: .25rem 1rem; align-items: baseline; justify-content: space-between; }
h1 { font-size: 1.35rem; margin: 0; overflow-wrap: anywhere; }
h2 { font-size: 1.05rem; margin: 1.5rem 0 .5rem; }
a { color: var(--link); }
.dim { color: var(--dim); }
.small { font-size: .875rem; }
form { display: flex; gap: .5rem; margin: .75rem 0 1rem; }
input { font: inherit; padding: .55rem .7rem; border: 1px solid #8b96a8; border-radius: .5rem; min-width: 0; flex: 1; background: #fff; }
button { font: inherit; font-weight: 600; min-height: 2.75rem; padding: .45rem .9rem; border-radius: .6rem; border: 1px solid #8b96a8; background: #fff; color: var(--ink); cursor: pointer; }
:focus-visible { outline: 3px solid #1a5fb4; outline-offset: 2px; }
ol.mails { list-style: none; margin: 0; padding: 0; background: #fff; border: 1px solid var(--line); border-radius: 1rem; overflow: hidden; }
ol.mails li { border-top: 1px solid var(--line); }
ol.mails li:first-child { border-top: 0; }
ol.mails a { display: grid; grid-template-columns: 1fr auto; gap: .1rem .75rem; padding: .7rem 1rem; color: inherit; text-decoration: none; overflow-wrap: anywhere; }
ol.mails a:hover { background: #eaf1fb; }
.end { text-align: right; }
.empty { background: #fff; border: 1px dashed #8b96a8; border-radius: 1rem; padding: 1.5rem 1rem; text-align: center; }
dl { display: grid; grid-template-columns: auto 1fr; gap: .15rem .75rem; margin: .75rem 0; overflow-wrap: anywhere; }
dt { color: var(--dim); }
dd { margin: 0; }
iframe { width: 100%; height: 75vh; border: 1px solid var(--line); border-radius: .75rem; background: #fff; }
pre { white-space: pre-wrap; overflow-wrap: anywhere; background: #fff; border: 1px solid var(--line); border-radius: .75rem; padding: 1rem; margin: 0; font: .9rem/1.5 ui-monospace, monospace; }
ul.files { margin: 0; padding-left: 1.2rem; overflow-wrap: anywhere; }
`

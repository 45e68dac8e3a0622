import { html, type Markup } from '../../html.ts'

/** The HTML frame of every page. */
export function document(title: string, body: Markup): string {
  return html`<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>${title}</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="icon" href="data:,"><link rel="stylesheet" href="/mail.css"></head>
<body><main>${body}</main></body></html>`.text
}

/** A browser without script: it keeps cookies, follows redirects, and submits the forms on its pages. */
export interface Browser {
  open(path: string, headers?: Record<string, string>): Promise<Page>
  /** Submits the form with this button, with its hidden fields and the typed values. */
  submit(page: Page, button: string, typed?: Record<string, string>): Promise<Page>
  /** Posts like another program, without having loaded a form. */
  post(path: string, fields: Record<string, string>, headers?: Record<string, string>): Promise<Page>
  cookies: Map<string, string>
  /** The status of the answer to each form: after anything but a redirect, a reload would resend it. */
  answers: number[]
}

export interface Page {
  path: string
  status: number
  headers: Headers
  html: string
  /** The visible text. */
  text: string
}

const mostRedirects = 5

export function openBrowser(siteUrl: string, language = 'en'): Browser {
  const cookies = new Map<string, string>()
  const answers: number[] = []

  const visit = async (path: string, init: RequestInit, redirects = 0): Promise<Page> => {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    const headers = { 'accept-language': language, ...(cookie && { cookie }), ...(init.headers as object) }
    const response = await fetch(siteUrl + path, { ...init, headers, redirect: 'manual' })
    if (init.method === 'POST') answers.push(response.status)
    for (const line of response.headers.getSetCookie()) keepCookie(cookies, line)
    const next = response.headers.get('location')
    if (!next || redirects >= mostRedirects) return readPage(path, response)
    await response.body?.cancel()
    const url = new URL(next, siteUrl + path)
    return visit(url.pathname + url.search, {}, redirects + 1)
  }
  const post: Browser['post'] = (path, fields, headers = {}) =>
    visit(path, { method: 'POST', body: new URLSearchParams(fields), headers })

  return {
    cookies,
    answers,
    open: (path, headers = {}) => visit(path, { headers }),
    post,
    submit(page, button, typed = {}) {
      const form = findForm(page.html, button)
      return visit(form.action ?? page.path, {
        method: 'POST',
        body: new URLSearchParams([
          ...form.hidden.filter(([name]) => !(name in typed)),
          ...Object.entries(typed),
        ]),
        headers: { origin: siteUrl },
      })
    },
  }
}

function keepCookie(cookies: Map<string, string>, line: string): void {
  const [pair = ''] = line.split(';')
  const name = pair.slice(0, pair.indexOf('='))
  if (/max-age=0/i.test(line)) cookies.delete(name)
  else cookies.set(name, pair.slice(name.length + 1))
}

async function readPage(path: string, response: Response): Promise<Page> {
  const html = await response.text()
  const body = html.slice(html.indexOf('<body'))
  const text = readEntities(body.replace(/<[^>]+>/g, ' ')).replace(/\s+/g, ' ')
  return { path, status: response.status, headers: response.headers, html, text }
}

function findForm(html: string, button: string) {
  const forms = html.match(/<form[\s\S]*?<\/form>/g) ?? []
  const form = forms.find((one) => readEntities(one).includes(button))
  if (!form) throw new Error(`no form has a button "${button}"`)
  const hidden = [...form.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)"/g)]
  return {
    action: form.match(/^<form[^>]* action="([^"]+)"/)?.[1],
    hidden: hidden.map(([, name = '', value = '']): [string, string] => [name, readEntities(value)]),
  }
}

function readEntities(html: string): string {
  return html
    .replaceAll('&#x27;', "'")
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&')
    .replaceAll('\u00a0', ' ')
}

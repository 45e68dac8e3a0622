const askEveryMilliseconds = 5000

/** Follows the page's payment and redraws its part of the page at each change. */
export function followPayment(onRedraw: () => void): () => Promise<void> {
  let going: Promise<void> | undefined
  const refresh = () => {
    going ??= redraw(onRedraw).finally(() => {
      going = undefined
    })
    return going
  }
  const part = document.getElementById('payment')
  const paymentId = part?.dataset.follow
  if (!paymentId) return async () => location.reload()

  const source = new EventSource(`/live/payments/${paymentId}`)
  let asking: number | undefined
  source.addEventListener('payment', (event) => {
    const { state } = JSON.parse(event.data) as { state: string }
    if (state !== document.getElementById('payment')?.dataset.state) void refresh()
  })
  source.addEventListener('end', () => {
    source.close()
    void refresh()
  })
  source.addEventListener('open', () => {
    clearInterval(asking)
    asking = undefined
  })
  // The browser reconnects by itself; until then the page polls.
  source.addEventListener('error', () => {
    asking ??= window.setInterval(() => void refresh(), askEveryMilliseconds)
  })
  return refresh
}

async function redraw(onRedraw: () => void): Promise<void> {
  const answer = await fetch(location.href, { headers: { accept: 'text/html' } }).catch(() => undefined)
  if (!answer?.ok) return
  // If the order was paid or has expired, or the session has ended, the site redirects and the page follows.
  if (answer.redirected) return location.assign(answer.url)
  const page = new DOMParser().parseFromString(await answer.text(), 'text/html')
  const fresh = page.getElementById('payment')
  const shown = document.getElementById('payment')
  if (!fresh || !shown) return location.reload()
  if (fresh.dataset.state === shown.dataset.state && !shown.querySelector('[data-ended]')) return
  if (fresh.dataset.follow !== shown.dataset.follow) return location.reload()
  // Inserted as is, the refresh for browsers without script would start to count.
  for (const part of fresh.querySelectorAll('noscript')) part.remove()
  shown.replaceChildren(...fresh.childNodes)
  shown.dataset.state = fresh.dataset.state ?? ''
  document.title = page.title
  onRedraw()
}

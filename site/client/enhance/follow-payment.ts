const askEveryMilliseconds = 5000

/** Follows the payment that the page is about, and redraws its part of the page at each change. */
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
  // The browser tries again by itself; until it gets through, the page asks the plain way.
  source.addEventListener('error', () => {
    asking ??= window.setInterval(() => void refresh(), askEveryMilliseconds)
  })
  return refresh
}

async function redraw(onRedraw: () => void): Promise<void> {
  const answer = await fetch(location.href, { headers: { accept: 'text/html' } }).catch(() => undefined)
  if (!answer?.ok) return
  // Paid, expired, signed out: the site leads elsewhere, and the person goes there too.
  if (answer.redirected) return location.assign(answer.url)
  const page = new DOMParser().parseFromString(await answer.text(), 'text/html')
  const fresh = page.getElementById('payment')
  const shown = document.getElementById('payment')
  if (!fresh || !shown) return location.reload()
  if (fresh.dataset.state === shown.dataset.state && !shown.querySelector('[data-ended]')) return
  if (fresh.dataset.follow !== shown.dataset.follow) return location.reload()
  // A refresh that is meant for browsers without script would begin to count as soon as it stands in this page.
  for (const part of fresh.querySelectorAll('noscript')) part.remove()
  shown.replaceChildren(...fresh.childNodes)
  shown.dataset.state = fresh.dataset.state ?? ''
  document.title = page.title
  onRedraw()
}

let ticking: number | undefined

/**
 * Counts down by the server's clock: the page carries the server's time, and only the time since then is the device's.
 */
export function countDown(onEnd: () => void): void {
  clearInterval(ticking)
  const marks = [...document.querySelectorAll<HTMLElement>('[data-countdown]')]
  if (marks.length === 0) return
  const shownAt = performance.now()
  const tick = () => {
    for (const mark of marks) draw(mark, performance.now() - shownAt, onEnd)
  }
  ticking = window.setInterval(tick, 1000)
  tick()
}

function draw(mark: HTMLElement, since: number, onEnd: () => void): void {
  const { countdown = '', now = '', words = '', over = '', reload } = mark.dataset
  const left = Math.max(0, Math.ceil((Date.parse(countdown) - Date.parse(now) - since) / 1000))
  const time = `${Math.floor(left / 60)}:${String(left % 60).padStart(2, '0')}`
  mark.hidden = false
  mark.classList.toggle('countdown-late', left < 120)
  mark.textContent = left > 0 ? words.replace('{{time}}', time) : over
  if (left > 0 || mark.dataset.ended) return
  mark.dataset.ended = 'yes'
  if (reload !== undefined) onEnd()
}

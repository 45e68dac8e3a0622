/** Shows the copy buttons, which need script. */
export function offerCopying(): void {
  for (const button of document.querySelectorAll<HTMLButtonElement>('button[data-copy]')) {
    if (!navigator.clipboard) return
    button.hidden = false
    button.onclick = () => void copy(button)
  }
}

async function copy(button: HTMLButtonElement): Promise<void> {
  const before = button.innerHTML
  await navigator.clipboard.writeText(button.dataset.copy ?? '')
  button.textContent = button.dataset.done ?? ''
  button.setAttribute('aria-live', 'polite')
  setTimeout(() => {
    button.innerHTML = before
  }, 2000)
}

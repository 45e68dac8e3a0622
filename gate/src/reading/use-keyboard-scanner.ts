import { useEffect, useEffectEvent } from 'react'
import { noBurst, readKey } from './keyboard-scanner.ts'

/** Receives codes from a keyboard scanner wherever the focus is, even while a verdict is shown. */
export function useKeyboardScanner(onCode: (code: string) => void): void {
  const handleCode = useEffectEvent(onCode)
  useEffect(() => {
    let burst = noBurst
    const handleKey = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.isComposing) return
      const read = readKey(burst, { key: event.key, atMs: event.timeStamp })
      burst = read.burst
      if (read.code === undefined) return
      // The scanner's Enter must not press the focused button or submit the field again.
      event.preventDefault()
      event.stopPropagation()
      handleCode(read.code)
    }
    window.addEventListener('keydown', handleKey, { capture: true })
    return () => window.removeEventListener('keydown', handleKey, { capture: true })
  }, [])
}

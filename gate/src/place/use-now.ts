import { useEffect, useState } from 'react'

const everyMs = 15_000

/** The API's time as estimated by this device, updated as it passes. */
export function useNow(aheadMs: number): Date {
  const [at, setAt] = useState(() => Date.now())
  useEffect(() => {
    const timer = setInterval(() => setAt(Date.now()), everyMs)
    return () => clearInterval(timer)
  }, [])
  return new Date(at + aheadMs)
}

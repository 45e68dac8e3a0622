import { type RefObject, useEffect, useEffectEvent, useRef, useState } from 'react'
import type { CameraFault } from './camera.ts'
import { makeQrReader, type QrReader } from './qr-reader.ts'
import { type Watch, watchCamera } from './watch-camera.ts'

interface Needs {
  isLooking: boolean
  onCode: (code: string) => void
  onFault: (fault: CameraFault) => void
}

/** Reads codes from a playing video while `isLooking`. */
export function useWatch(video: RefObject<HTMLVideoElement | null>, needs: Needs): void {
  const { isLooking } = needs
  const [reader, setReader] = useState<{ read: QrReader }>()
  const watch = useRef<Watch>({ held: undefined })
  const handleCode = useEffectEvent(needs.onCode)
  const handleFault = useEffectEvent(needs.onFault)

  useEffect(() => {
    let isGone = false
    makeQrReader().then(
      (read) => !isGone && setReader({ read }),
      () => !isGone && handleFault('unreadable'),
    )
    return () => {
      isGone = true
    }
  }, [])

  useEffect(() => {
    if (!isLooking || !reader || !video.current) return
    const leaving = new AbortController()
    void watchCamera({
      video: video.current,
      read: reader.read,
      watch: watch.current,
      onCode: (code) => handleCode(code),
      stop: leaving.signal,
    })
    return () => leaving.abort()
  }, [video, reader, isLooking])
}

import { useCallback, useEffect, useState } from 'react'
import { type CameraFault, faultOf, hasCameraAccess, listCameras, openCamera, stopCamera } from './camera.ts'

export interface OpenCamera {
  stream: MediaStream
  cameras: MediaDeviceInfo[]
  deviceId: string | undefined
}
export type CameraState =
  | { status: 'asking' }
  | ({ status: 'on' } & OpenCamera)
  | { status: 'off'; fault: CameraFault }

export interface Camera {
  state: CameraState
  pick: (deviceId: string) => void
  restart: () => void
  fail: (fault: CameraFault) => void
}

const key = 'gate.camera'

/** Keeps the camera open while the component is mounted. */
export function useCamera(): Camera {
  const [state, setState] = useState<CameraState>({ status: 'asking' })
  const [wanted, setWanted] = useState({ deviceId: localStorage.getItem(key) ?? undefined, round: 0 })

  useEffect(() => {
    let isGone = false
    let stream: MediaStream | undefined
    const leave = () => {
      isGone = true
      if (stream) stopCamera(stream)
    }
    const open = async () => {
      if (!hasCameraAccess()) return setState({ status: 'off', fault: 'insecure' })
      setState({ status: 'asking' })
      try {
        stream = await openCamera(wanted.deviceId)
        if (isGone) return stopCamera(stream)
        // Browsers reveal names and ids of cameras only after permission.
        const cameras = await listCameras()
        if (!isGone) setState({ status: 'on', stream, cameras, deviceId: idOf(stream) })
      } catch (error) {
        if (!isGone) setState({ status: 'off', fault: faultOf(error) })
      }
    }
    void open()
    return leave
  }, [wanted])

  const restart = useCallback(() => setWanted((before) => ({ ...before, round: before.round + 1 })), [])
  useRestartOnReturn(state, restart)

  return {
    state,
    restart,
    pick(deviceId) {
      localStorage.setItem(key, deviceId)
      setWanted((before) => ({ deviceId, round: before.round + 1 }))
    },
    fail: useCallback((fault) => setState({ status: 'off', fault }), []),
  }
}

const idOf = (stream: MediaStream) => stream.getVideoTracks()[0]?.getSettings().deviceId

// iPhones end the track when the page goes to the background.
function useRestartOnReturn(state: CameraState, restart: () => void) {
  useEffect(() => {
    const lookAgain = () => {
      const hasEnded = state.status === 'on' && state.stream.getVideoTracks()[0]?.readyState === 'ended'
      if (document.visibilityState === 'visible' && hasEnded) restart()
    }
    document.addEventListener('visibilitychange', lookAgain)
    return () => document.removeEventListener('visibilitychange', lookAgain)
  }, [state, restart])
}

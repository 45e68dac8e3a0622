export type CameraFault = 'none' | 'denied' | 'busy' | 'insecure' | 'unreadable'

/** Opens the chosen camera, or the rear one if none was chosen or it is gone. */
export async function openCamera(deviceId: string | undefined): Promise<MediaStream> {
  if (deviceId === undefined) return open({ facingMode: { ideal: 'environment' } })
  try {
    return await open({ deviceId: { exact: deviceId } })
  } catch (error) {
    if (error instanceof Error && error.name === 'OverconstrainedError') return openCamera(undefined)
    throw error
  }
}

function open(which: MediaTrackConstraints): Promise<MediaStream> {
  return navigator.mediaDevices.getUserMedia({
    audio: false,
    video: { ...which, width: { ideal: 1280 }, height: { ideal: 720 } },
  })
}

export async function listCameras(): Promise<MediaDeviceInfo[]> {
  const devices = await navigator.mediaDevices.enumerateDevices()
  return devices.filter(({ kind }) => kind === 'videoinput')
}

/** Browsers allow the camera only on https:// and on localhost. */
export const hasCameraAccess = () => 'mediaDevices' in navigator

/** Names of getUserMedia's errors: Media Capture and Streams, 10.2. */
export function faultOf(error: unknown): CameraFault {
  const name = error instanceof Error ? error.name : ''
  if (name === 'NotAllowedError' || name === 'SecurityError') return 'denied'
  if (name === 'NotReadableError' || name === 'AbortError') return 'busy'
  return 'none'
}

export function stopCamera(stream: MediaStream): void {
  for (const track of stream.getTracks()) track.stop()
}

export function hasTorch(stream: MediaStream): boolean {
  const [track] = stream.getVideoTracks()
  const can = track?.getCapabilities?.()
  return can !== undefined && 'torch' in can && Boolean(can.torch)
}

export async function lightTorch(stream: MediaStream, isOn: boolean): Promise<void> {
  // Image Capture 4.1; DOM types cover the capability but not the constraint.
  const wish: MediaTrackConstraintSet & { torch: boolean } = { torch: isOn }
  await stream.getVideoTracks()[0]?.applyConstraints({ advanced: [wish] })
}

import { useEffect, useRef } from 'react'
import { useWords } from '../locales/use-words.ts'
import { type CameraFault, hasTorch } from './camera.ts'
import { CameraPicker } from './camera-picker.tsx'
import { TorchButton } from './torch-button.tsx'
import type { OpenCamera } from './use-camera.ts'
import { useWatch } from './use-watch.ts'

interface Props {
  open: OpenCamera
  isLooking: boolean
  onCode: (code: string) => void
  onPick: (deviceId: string) => void
  onFault: (fault: CameraFault) => void
}

export function CameraPicture({ open, isLooking, onCode, onPick, onFault }: Props) {
  const { say } = useWords()
  const { stream, cameras, deviceId } = open
  const video = useRef<HTMLVideoElement>(null)
  useEffect(() => {
    if (video.current) video.current.srcObject = stream
  }, [stream])
  useWatch(video, { isLooking, onCode, onFault })
  return (
    <>
      <video ref={video} autoPlay muted playsInline className="absolute inset-0 size-full object-cover" />
      <div className="absolute inset-x-0 top-4 bottom-28 grid place-items-center">
        <div className="camera-frame aspect-square h-full max-h-72" />
      </div>
      <div className="absolute inset-x-0 bottom-0 flex flex-col gap-2 bg-linear-to-t from-black/90 via-black/60 to-transparent p-3 pt-8">
        <p className="text-center text-base font-medium text-white">{say('camera.aim')}</p>
        <div className="flex justify-center gap-2">
          {cameras.length > 1 && <CameraPicker cameras={cameras} deviceId={deviceId} onPick={onPick} />}
          {hasTorch(stream) && <TorchButton stream={stream} />}
        </div>
      </div>
    </>
  )
}

import { useWords } from '../locales/use-words.ts'

interface Props {
  cameras: readonly MediaDeviceInfo[]
  deviceId: string | undefined
  onPick: (deviceId: string) => void
}

export function CameraPicker({ cameras, deviceId, onPick }: Props) {
  const { say } = useWords()
  return (
    <select
      aria-label={say('camera.pick')}
      value={deviceId}
      onChange={(event) => onPick(event.target.value)}
      className="h-12 min-w-0 max-w-56 rounded-xl border border-white/40 bg-black/70 px-3 text-base text-white"
    >
      {cameras.map((camera, place) => (
        <option key={camera.deviceId} value={camera.deviceId}>
          {camera.label || say('camera.nameless', { number: place + 1 })}
        </option>
      ))}
    </select>
  )
}

import { useWords } from '../locales/use-words.ts'
import { CameraFaultNotice } from './camera-fault-notice.tsx'
import { CameraPicture } from './camera-picture.tsx'
import { useCamera } from './use-camera.ts'

interface Props {
  /** If false, the picture stays and nothing is read. */
  isLooking: boolean
  onCode: (code: string) => void
}

/** The camera's picture, or what to do without one. */
export function CameraView({ isLooking, onCode }: Props) {
  const { say } = useWords()
  const { state, pick, restart, fail } = useCamera()
  return (
    <section aria-label={say('camera.title')} className="relative min-h-40 flex-1 overflow-hidden bg-night">
      {state.status === 'asking' && (
        <p className="grid size-full place-content-center p-6 text-center text-lg text-white">
          {say('camera.asking')}
        </p>
      )}
      {state.status === 'off' && <CameraFaultNotice fault={state.fault} onRestart={restart} />}
      {state.status === 'on' && (
        <CameraPicture
          key={state.stream.id}
          open={state}
          isLooking={isLooking}
          onCode={onCode}
          onPick={pick}
          onFault={fail}
        />
      )}
    </section>
  )
}

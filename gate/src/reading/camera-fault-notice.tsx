import { useWords } from '../locales/use-words.ts'
import type { WordKey } from '../locales/words.ts'
import { Button } from '../ui/button.tsx'
import { CameraOffIcon } from '../ui/icons.tsx'
import type { CameraFault } from './camera.ts'

const words: Record<CameraFault, readonly [title: WordKey, advice: WordKey]> = {
  none: ['camera.noneTitle', 'camera.noneAdvice'],
  denied: ['camera.deniedTitle', 'camera.deniedAdvice'],
  busy: ['camera.busyTitle', 'camera.busyAdvice'],
  insecure: ['camera.insecureTitle', 'camera.insecureAdvice'],
  unreadable: ['camera.unreadableTitle', 'camera.unreadableAdvice'],
}

export function CameraFaultNotice({ fault, onRestart }: { fault: CameraFault; onRestart: () => void }) {
  const { say } = useWords()
  const [title, advice] = words[fault]
  return (
    <div
      role="alert"
      className="grid size-full content-center justify-items-center gap-3 overflow-y-auto p-6 text-center text-white"
    >
      <CameraOffIcon />
      <h2 className="text-xl font-semibold">{say(title)}</h2>
      <p className="max-w-md text-base text-white/85">{say(advice)}</p>
      {fault !== 'insecure' && (
        <Button kind="onDark" onClick={onRestart}>
          {say('camera.restart')}
        </Button>
      )}
    </div>
  )
}

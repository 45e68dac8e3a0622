import { useState } from 'react'
import { useWords } from '../locales/use-words.ts'
import { LightIcon } from '../ui/icons.tsx'
import { lightTorch } from './camera.ts'

export function TorchButton({ stream }: { stream: MediaStream }) {
  const { say } = useWords()
  const [isOn, setIsOn] = useState(false)
  const handleClick = () =>
    lightTorch(stream, !isOn).then(
      () => setIsOn(!isOn),
      // Some phones refuse the light while they are hot: its state does not change.
      () => undefined,
    )
  return (
    <button
      type="button"
      onClick={handleClick}
      className="flex h-12 items-center gap-2 rounded-xl border border-white/40 bg-black/70 px-4 text-base text-white"
    >
      <LightIcon />
      {say(isOn ? 'camera.torchOff' : 'camera.torchOn')}
    </button>
  )
}

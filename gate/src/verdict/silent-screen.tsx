import { useWords } from '../locales/use-words.ts'
import { AnswerButton } from './answer-button.tsx'
import { FullScreen } from './full-screen.tsx'

interface Props {
  onAskNow: () => void
  onSetAside: () => void
}

/** No answer yet: the person waits and the device keeps trying. */
export function SilentScreen({ onAskNow, onSetAside }: Props) {
  const { say } = useWords()
  return (
    <FullScreen
      look="wait"
      word={say('scan.silentTitle')}
      advice={say('scan.silentAdvice')}
      buttons={
        <>
          <AnswerButton onClick={onAskNow}>{say('scan.askNow')}</AnswerButton>
          <AnswerButton kind="outline" onClick={onSetAside}>
            {say('scan.setAside')}
          </AnswerButton>
        </>
      }
    />
  )
}

import { useWords } from '../locales/use-words.ts'
import { Button } from '../ui/button.tsx'
import { Page } from '../ui/page.tsx'

interface Props {
  isSilent: boolean
  onTryAgain: () => void
  onSignOut: () => void
}

/** Shown if the API does not answer or there is no event. */
export function NoPlace({ isSilent, onTryAgain, onSignOut }: Props) {
  const { say } = useWords()
  return (
    <Page>
      <h1 className="text-3xl font-bold">{say(isSilent ? 'place.silentTitle' : 'place.noneTitle')}</h1>
      <p className="text-lg">{say(isSilent ? 'place.silentAdvice' : 'place.noneAdvice')}</p>
      <Button onClick={onTryAgain}>{say('app.tryAgain')}</Button>
      <Button kind="quiet" onClick={onSignOut}>
        {say('session.signOut')}
      </Button>
    </Page>
  )
}

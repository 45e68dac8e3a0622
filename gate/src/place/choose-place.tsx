import { type FormEvent, useState } from 'react'
import { useWords } from '../language/use-words.ts'
import { Button } from '../ui/button.tsx'
import { Page } from '../ui/page.tsx'
import { TextField } from '../ui/text-field.tsx'
import { keepPlace, longestPlace, readPlace } from './kept-place.ts'

interface Props {
  agentName: string
  onChoose: (place: string) => void
  onSignOut: () => void
}

export function ChoosePlace({ agentName, onChoose, onSignOut }: Props) {
  const { say } = useWords()
  const [place, setPlace] = useState(() => readPlace(localStorage))
  const [isTried, setIsTried] = useState(false)
  const wanted = place.trim()
  const fault = !wanted ? 'place.missing' : wanted.length > longestPlace ? 'place.tooLong' : undefined

  const handleSubmit = (event: FormEvent) => {
    event.preventDefault()
    setIsTried(true)
    if (fault) return
    keepPlace(localStorage, wanted)
    onChoose(wanted)
  }

  return (
    <Page>
      <div className="grid gap-1">
        <h1 className="text-3xl font-bold">{say('place.title')}</h1>
        <p className="text-base text-soft">{say('place.greeting', { name: agentName })}</p>
      </div>
      <form noValidate onSubmit={handleSubmit} className="grid gap-5">
        <TextField
          label={say('place.label')}
          hint={say('place.hint')}
          name="place"
          autoComplete="off"
          autoCapitalize="words"
          enterKeyHint="go"
          value={place}
          onChange={(event) => setPlace(event.target.value)}
          fault={isTried && fault ? say(fault) : undefined}
        />
        <Button type="submit">{say('place.start')}</Button>
        <Button kind="quiet" onClick={onSignOut}>
          {say('session.signOut')}
        </Button>
      </form>
    </Page>
  )
}

import { type ChangeEvent, type FormEvent, useId, useState } from 'react'
import { useWords } from '../locales/use-words.ts'

interface Props {
  /** Returns whether the code was accepted; otherwise it stays in the field. */
  onCode: (code: string) => boolean
}

/** Always shown, for codes that the camera cannot read. */
export function TypedCode({ onCode }: Props) {
  const { say } = useWords()
  const id = useId()
  const [text, setText] = useState('')
  const [isMissing, setIsMissing] = useState(false)

  const handleChange = (event: ChangeEvent<HTMLInputElement>) => {
    setText(event.target.value)
    setIsMissing(false)
  }

  const handleSubmit = (event: FormEvent) => {
    event.preventDefault()
    setIsMissing(!text.trim())
    if (text.trim() && onCode(text.trim())) setText('')
  }

  return (
    <form noValidate onSubmit={handleSubmit} className="mx-auto grid w-full max-w-2xl gap-1.5">
      <label htmlFor={id} className="text-base font-semibold">
        {say('code.label')}
      </label>
      <div className="flex gap-2">
        <input
          id={id}
          name="code"
          autoComplete="off"
          autoCapitalize="characters"
          autoCorrect="off"
          spellCheck={false}
          enterKeyHint="go"
          value={text}
          onChange={handleChange}
          aria-invalid={isMissing ? true : undefined}
          aria-describedby={isMissing ? `${id}-fault` : undefined}
          className="entry min-w-0 flex-1 font-mono tracking-wider"
        />
        <button
          type="submit"
          className="min-h-14 rounded-2xl bg-act px-5 text-lg font-semibold text-on-act hover:bg-act-strong"
        >
          {say('code.check')}
        </button>
      </div>
      {isMissing && (
        <p id={`${id}-fault`} role="alert" className="text-base font-medium text-fault">
          {say('code.missing')}
        </p>
      )}
    </form>
  )
}

import { useWords } from '../language/use-words.ts'
import { LeaveIcon, PlaceIcon } from '../ui/icons.tsx'
import { LanguageSwitch } from '../ui/language-switch.tsx'

interface Props {
  place: string
  onChangePlace: () => void
  onSignOut: () => void
}

export function StationBar({ place, onChangePlace, onSignOut }: Props) {
  const { say } = useWords()
  return (
    <header className="flex min-h-14 items-center gap-1 px-2 pt-[env(safe-area-inset-top)]">
      <h1 className="min-w-0 flex-1">
        <button
          type="button"
          onClick={onChangePlace}
          aria-label={say('place.change', { place })}
          className="bar-button max-w-full px-2!"
        >
          <PlaceIcon className="size-6 shrink-0" />
          <span className="truncate">{place}</span>
        </button>
      </h1>
      <LanguageSwitch />
      <button type="button" onClick={onSignOut} aria-label={say('session.signOut')} className="bar-button">
        <LeaveIcon />
      </button>
    </header>
  )
}

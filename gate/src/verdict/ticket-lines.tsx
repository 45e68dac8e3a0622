import { useWords } from '../locales/use-words.ts'
import type { Scan } from '../scan/ask-api.ts'
import { tellAge, tellTime } from './tell-when.ts'

const large = 'text-[clamp(1.375rem,min(7.5vw,5vh),3.25rem)]'
const small = 'text-[clamp(1.25rem,min(5.5vw,3.6vh),2.25rem)]'

/** The holder, the ticket, and where it was first admitted today. */
export function TicketLines({ scan }: { scan: Scan }) {
  const { ticket, admittedBefore, result } = scan
  const name = ticket.holderName
  return (
    <>
      {name !== null && (
        <p
          className={`max-w-full leading-tight font-bold wrap-break-word ${name.length > 24 ? small : large}`}
        >
          {name}
        </p>
      )}
      <p className="rounded-2xl border-2 border-current px-4 py-1 text-[clamp(1.125rem,min(5vw,3vh),1.5rem)] leading-snug font-semibold">
        {ticket.ticketTypeName}
      </p>
      {result === 'wrong_event' && <p className="text-lg font-semibold">{ticket.eventTitle}</p>}
      {admittedBefore && <FirstEntry scan={scan} before={admittedBefore} />}
    </>
  )
}

function FirstEntry({ scan, before }: { scan: Scan; before: NonNullable<Scan['admittedBefore']> }) {
  const { say, language } = useWords()
  const moment = { at: before.scannedAt, now: scan.scannedAt, timezone: scan.ticket.timezone, language }
  const age = tellAge(moment)
  return (
    <div className="grid max-w-full gap-0.5 rounded-2xl bg-black/10 px-4 py-2">
      <p className="text-base font-semibold">
        {say('scan.firstEntry')} · {age}
      </p>
      <p className="text-[clamp(1.25rem,min(6.5vw,4vh),1.875rem)] leading-tight font-bold wrap-break-word">
        {say('scan.firstEntryAt', { time: tellTime(moment), place: before.checkInLocation })}
      </p>
    </div>
  )
}

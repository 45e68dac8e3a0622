import { randomInt } from 'node:crypto'
import { calendarOf } from './east-africa-time.ts'

const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'
const dayMarks = '0123456789ABCDEFGHIJKLMNOPQRSTUV'
const serials = 36 ** 7
// Coprime to 36, so every serial is used before the first one repeats.
const stride = 48_271_711

/**
 * M-PESA receipts: ten characters [A-Z0-9]. The first is the year (U = 2026), the second the month (A–L), the third the
 * day (1–9, A–V); the rest only has to differ. Derived from published receipts with dates.
 */
export class ReceiptBook {
  #serial = randomInt(serials)

  next(date: Date): string {
    const { year, month, day } = calendarOf(date)
    this.#serial = (this.#serial + stride) % serials
    const mark = `${letters[(year - 2006) % 26]}${letters[month - 1]}${dayMarks[day]}`
    return mark + this.#serial.toString(36).toUpperCase().padStart(7, '0')
  }
}

interface Appointment {
  due: number
  act: () => void
  handle: NodeJS.Timeout | undefined
}

export interface Cancellable {
  cancel(): void
}

/**
 * Sandbox time. `now()` runs `speed` times as fast as real time and is for waiting; `date()` is the date in messages,
 * so that a fast sandbox does not date receipts in the future. `advance` moves both. With speed 0 the clock stands
 * still until advanced.
 */
export class SandboxClock {
  #speed: number
  #instant = 0
  #readAt = performance.now()
  #advanced = 0
  readonly #appointments = new Set<Appointment>()

  constructor(speed: number) {
    this.#speed = speed
  }

  get speed(): number {
    return this.#speed
  }

  /** Sandbox milliseconds since the start. */
  now(): number {
    return this.#instant + (performance.now() - this.#readAt) * this.#speed
  }

  date(): Date {
    return new Date(Date.now() + this.#advanced)
  }

  after(seconds: number, act: () => void): Cancellable {
    const appointment: Appointment = { due: this.now() + seconds * 1000, act, handle: undefined }
    this.#appointments.add(appointment)
    this.#arm(appointment)
    return { cancel: () => this.#drop(appointment) }
  }

  setSpeed(speed: number): void {
    this.#moveTo(this.now())
    this.#speed = speed
    for (const appointment of this.#appointments) this.#arm(appointment)
  }

  /** Jumps ahead; events due in between happen in order, each at its own instant. */
  advance(seconds: number): void {
    const target = this.now() + seconds * 1000
    for (let next = this.#firstDueBy(target); next; next = this.#firstDueBy(target)) {
      this.#jumpTo(Math.max(next.due, this.now()))
      this.#keep(next)
    }
    this.#jumpTo(Math.max(target, this.now()))
    for (const appointment of this.#appointments) this.#arm(appointment)
  }

  /** Cancels all later events. */
  forget(): void {
    for (const appointment of this.#appointments) this.#drop(appointment)
  }

  #moveTo(instant: number): void {
    this.#instant = instant
    this.#readAt = performance.now()
  }

  #jumpTo(instant: number): void {
    this.#advanced += instant - this.now()
    this.#moveTo(instant)
  }

  #firstDueBy(target: number): Appointment | undefined {
    const due = [...this.#appointments].filter((appointment) => appointment.due <= target)
    return due.sort((one, other) => one.due - other.due)[0]
  }

  #arm(appointment: Appointment): void {
    clearTimeout(appointment.handle)
    appointment.handle = undefined
    if (this.#speed === 0) return
    const wait = Math.max(0, (appointment.due - this.now()) / this.#speed)
    appointment.handle = setTimeout(() => this.#keep(appointment), wait).unref()
  }

  #drop(appointment: Appointment): void {
    clearTimeout(appointment.handle)
    this.#appointments.delete(appointment)
  }

  #keep(appointment: Appointment): void {
    this.#drop(appointment)
    appointment.act()
  }
}

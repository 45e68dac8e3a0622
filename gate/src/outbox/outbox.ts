/** One scan as it was made, before it is sent. */
export interface RecordedScan {
  /** `scan_` and the 32 hex digits of a UUID v7: a repeated scan gets the same answer. */
  scanId: string
  ticketCode: string
  /** The entrance's name at the time of the scan. */
  checkInLocation: string
  entranceId: string
  /** The holder's other ticket, to be admitted in place of the one shown. */
  withTicketId?: string
  /** By the device's clock, ISO 8601. */
  scannedAt: string
}

/** The outcome: the API's result, or `set_aside` if the agent stopped waiting. */
export type Settlement = { by: 'api'; result: string } | { by: 'set_aside' }

/** Keeps each scan from before it is sent until it is settled; no scan is sent without being written here. */
export interface Outbox {
  append(scan: RecordedScan): Promise<void>
  /** Unsettled scans, oldest first. */
  pending(): Promise<readonly RecordedScan[]>
  /** The first settlement counts; a second one, or one of an unknown scan, changes nothing. */
  settle(scanId: string, settlement: Settlement): Promise<void>
}

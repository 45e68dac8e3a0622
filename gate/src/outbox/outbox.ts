/** One scan as it was made, before anybody was asked. */
export interface RecordedScan {
  /** `scan_` and 32 hex digits of a uuid v7: sent again, it gets the same answer. */
  scanId: string
  ticketCode: string
  /** The entrance's name, as it was when it was scanned. */
  checkInLocation: string
  entranceId: string
  /** The holder's other ticket, to be admitted instead of the one that was shown. */
  withTicketId?: string
  /** By the device's clock, ISO 8601. */
  scannedAt: string
}

/** What became of it: the API's word; `set_aside` where the agent stopped waiting for one. */
export type Settlement = { by: 'api'; result: string } | { by: 'set_aside' }

/** Where a scan is kept from before it is sent until it is settled; no scan goes out that is not written here. */
export interface Outbox {
  append(scan: RecordedScan): Promise<void>
  /** Unsettled scans, oldest first. */
  pending(): Promise<readonly RecordedScan[]>
  /** The first settlement stands; a second, or one of an unknown scan, changes nothing. */
  settle(scanId: string, settlement: Settlement): Promise<void>
}

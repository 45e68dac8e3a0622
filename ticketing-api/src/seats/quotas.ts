/** What other rooms say of an event's quotas: how large they are, and which a ticket type draws from. */
export {
  drawSeats,
  insertCap,
  insertQuota,
  lockCap,
  lockQuotas,
  redrawSeats,
  resizeCap,
  resizeQuota,
  unbounded,
} from './quota-store.ts'

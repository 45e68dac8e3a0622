const format = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Africa/Nairobi',
  dateStyle: 'medium',
  timeStyle: 'short',
})

/** A date in Nairobi time, for people. */
export const when = (date: string): string => format.format(new Date(date))

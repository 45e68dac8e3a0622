const format = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Africa/Nairobi',
  dateStyle: 'medium',
  timeStyle: 'short',
})

/** A date as people in Nairobi read it. */
export const when = (date: string): string => format.format(new Date(date))

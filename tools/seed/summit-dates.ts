/** All days of the summit are in Eldoret's time zone: UTC+3 all year. */
const eldoret = '+03:00'
const firstYear = 2026
const dayMilliseconds = 86_400_000

export type SummitDates = {
  year: number
  startDateTime: string
  endDateTime: string
  saleStartDate: string
  generalSaleEndDate: string
  galaSaleEndDate: string
  galaDay: string
}

/** The summit for the present: the first year in which general admission is still on sale. */
export function datesOnSale(now: Date): SummitDates {
  return datesOf(
    firstYearThat((year) => at(year, '07-14T23:59:59') > now),
    now,
  )
}

/** The summit for a demonstration at another time: the first year whose three days are not all over. */
export function datesNotOver(now: Date): SummitDates {
  return datesOf(
    firstYearThat((year) => at(year, '07-18T00:00:00') > now),
    now,
  )
}

function firstYearThat(fits: (year: number) => boolean): number {
  let year = firstYear
  while (!fits(year)) year += 1
  return year
}

function datesOf(year: number, now: Date): SummitDates {
  const yesterday = new Date(now.getTime() - dayMilliseconds)
  const february = at(year, '02-01T00:00:00')
  return {
    year,
    startDateTime: `${year}-07-15T08:00:00${eldoret}`,
    endDateTime: `${year}-07-17T18:00:00${eldoret}`,
    saleStartDate: yesterday < february ? yesterday.toISOString() : `${year}-02-01T00:00:00${eldoret}`,
    generalSaleEndDate: `${year}-07-14T23:59:59${eldoret}`,
    galaSaleEndDate: `${year}-07-15T23:59:59${eldoret}`,
    galaDay: `${year}-07-16`,
  }
}

function at(year: number, rest: string): Date {
  return new Date(`${year}-${rest}${eldoret}`)
}

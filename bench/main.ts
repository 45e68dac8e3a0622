import { measurePage } from './page/measure-page.ts'
import { measureProfile } from './profile/measure-profile.ts'
import { measureSale } from './sale/measure-sale.ts'
import { measureTill } from './till/measure-till.ts'

/** Each measures within a bound of time, prints a table and ends with one line of JSON. */
const measurements: Record<string, () => Promise<unknown>> = {
  sale: measureSale,
  till: measureTill,
  profile: measureProfile,
  page: measurePage,
}

const wanted = process.argv.slice(2)
const unknown = wanted.filter((name) => !measurements[name])
if (unknown.length > 0) {
  console.error(
    `There is no measurement ${unknown.join(', ')}; there are ${Object.keys(measurements).join(', ')}.`,
  )
  process.exit(2)
}
for (const name of wanted.length > 0 ? wanted : Object.keys(measurements)) {
  console.log(`\n${name}`)
  const result = await measurements[name]?.()
  console.log(JSON.stringify({ measurement: name, result }))
}

import { parseArgs } from 'node:util'
import { measureCallbacks } from './callbacks/measure-callbacks.ts'
import { measureGrowth } from './growth/measure-growth.ts'
import { measureLine } from './line/measure-line.ts'
import { measurePage } from './page/measure-page.ts'
import { measureProfile } from './profile/measure-profile.ts'
import { measureSale } from './sale/measure-sale.ts'

/** Each measurement takes a limited time, prints a table and ends with one line of JSON. */
const measurements: Record<string, (options: { runs: number }) => Promise<unknown>> = {
  sale: measureSale,
  line: measureLine,
  growth: measureGrowth,
  callbacks: measureCallbacks,
  profile: measureProfile,
  page: measurePage,
}

const { positionals: wanted, values } = parseArgs({
  allowPositionals: true,
  options: { runs: { type: 'string', default: '1' } },
})
const unknown = wanted.filter((name) => !measurements[name])
if (unknown.length > 0 || !/^[1-9]$/.test(values.runs)) {
  console.error(`npm run bench -- [${Object.keys(measurements).join(' | ')}] [--runs 3, for the sale]`)
  process.exit(2)
}
for (const name of wanted.length > 0 ? wanted : Object.keys(measurements)) {
  console.log(`\n${name}`)
  const result = await measurements[name]?.({ runs: Number(values.runs) })
  console.log(JSON.stringify({ measurement: name, result }))
}

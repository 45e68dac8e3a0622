import { join } from 'node:path'
import process from 'node:process'
import { checkBoxes, oneLineEach } from './check-boxes.ts'
import { checkPorts } from './check-ports.ts'
import { readStartConfig } from './config.ts'
import { keepPrivate } from './keep-private.ts'
import { openStreet } from './street.ts'
import { clearStreet, openStreetFile } from './street-file.ts'

const root = join(import.meta.dirname, '../..')
const help = `npm start                               everything, with data in .data
npm start -- --at 2027-07-15T08:00      at another time (Eldoret time), with separate data
Settings are environment variables; README.md lists them.`

/** `npm start`: the whole street, until Ctrl-C. */
async function main(): Promise<void> {
  const { config, faults, isHelpWanted } = readStartConfig(root)
  const bad = oneLineEach([...faults, ...checkBoxes(config, process.env)])
  if (bad.length > 0) return refuse(bad)
  if (isHelpWanted) return say(help)
  keepPrivate(config.homeDir)
  const running = await clearStreet(config.homeDir, say)
  if (running) return refuse([running])
  const taken = await checkPorts(config.ports)
  if (taken.length > 0) return refuse(taken)

  const { homeDir, dataDir } = config
  keepPrivate(dataDir)
  const streetFile = openStreetFile(homeDir)
  const street = openStreet(config, process.env, { root, dataDir, streetFile, say })
  let ending: Promise<void> | undefined
  const end = (code: number) => {
    ending ??= (async () => {
      streetFile.markStopping()
      await street.stop()
      streetFile.remove()
      process.exit(code)
    })()
    return ending
  }
  stopWhenAsked(() => {
    if (!ending) say('\nstopping, the database last …')
    void end(0)
  })

  try {
    say(await street.stand())
  } catch (error) {
    // A failed first start is not repeated: a person is there to read the reason.
    if (!ending) say(`not started: ${error instanceof Error ? error.message : String(error)}`)
    void end(1)
  }
}

function stopWhenAsked(stop: () => void): void {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, stop)
  // Our starter and its terminal are gone, so there is nobody to press Ctrl-C.
  process.on('disconnect', stop)
  process.channel?.unref()
  process.stdout.on('error', () => {})
  process.stderr.on('error', () => {})
}

function refuse(lines: string[]): void {
  for (const line of lines) process.stderr.write(`${line}\n`)
  process.exitCode = 1
}

function say(line: string): void {
  process.stdout.write(`${line}\n`)
}

await main()

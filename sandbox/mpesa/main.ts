import { runBox } from '../run-box.ts'
import { startMpesaSandbox } from './app.ts'
import { readConfig } from './config.ts'

await runBox('mpesa sandbox', async () => startMpesaSandbox(readConfig()))

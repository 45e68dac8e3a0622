import { runBox } from '../run-box.ts'
import { startMailSandbox } from './app.ts'
import { readConfig } from './config.ts'

await runBox('mail sandbox', async () => startMailSandbox(readConfig()))

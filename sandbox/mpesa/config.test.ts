import { expect, test } from 'vitest'
import { BadSettings } from '../read-settings.ts'
import { readConfig } from './config.ts'
import { settingsOf } from './options.ts'

test('an empty environment starts the public sandbox merchant in real time', () => {
  const config = readConfig({ MPESA_CONSUMER_KEY: '' })
  expect(config).toMatchObject({ port: 4010, speed: 1, rules: {} })
  expect(settingsOf(config)).toMatchObject({ shortcode: '174379', consumerKey: 'sandbox-consumer-key' })
})

test('all invalid settings are reported at once', () => {
  const read = () => readConfig({ SANDBOX_SPEED: 'fast', MPESA_SHORTCODE: 'x', SANDBOX_MPESA_PORT: '70000' })
  expect(read).toThrow(BadSettings)
  expect(read).toThrow(/SANDBOX_MPESA_PORT.*SANDBOX_SPEED.*MPESA_SHORTCODE/)
})

test('rules can be set by environment variables', () => {
  const environment = { SANDBOX_SEED: '9', SANDBOX_QUERY_BUSY_RATE: '0', SANDBOX_SAME_AMOUNT_RULE: 'off' }
  expect(readConfig(environment).rules).toEqual({ seed: 9, queryBusyRate: 0, sameAmountRule: false })
})

import { expect, test } from 'vitest'
import { readStkCallback } from './stk-callback.ts'

const success = `{"Body":{"stkCallback":{
  "MerchantRequestID":"29115-34620561-1","CheckoutRequestID":"ws_CO_191220191020363925",
  "ResultCode":0,"ResultDesc":"The service request is processed successfully.",
  "CallbackMetadata":{"Item":[
    {"Name":"Amount","Value":1.00},{"Name":"MpesaReceiptNumber","Value":"NLJ7RT61SV"},{"Name":"Balance"},
    {"Name":"TransactionDate","Value":20191219102115},{"Name":"PhoneNumber","Value":254708374149}]}}}}`

test("Safaricom's own sample, with a Balance that has no value", () => {
  expect(readStkCallback(success)).toEqual({
    merchantRequestId: '29115-34620561-1',
    checkoutRequestId: 'ws_CO_191220191020363925',
    resultCode: '0',
    resultText: 'The service request is processed successfully.',
    amountShillings: 1,
    receipt: 'NLJ7RT61SV',
  })
})

test('strings for numbers and items in any order say the same', () => {
  const other = `{"Body":{"stkCallback":{"MerchantRequestID":"a","CheckoutRequestID":"b","ResultCode":"0","CallbackMetadata":
    {"Item":[{"Name":"Balance","Value":null},{"Name":"MpesaReceiptNumber","Value":"NLJ7RT61SV"},{"Name":"Amount","Value":"1500.00"}]}}}}`
  expect(readStkCallback(other)).toMatchObject({
    resultCode: '0',
    amountShillings: 1500,
    receipt: 'NLJ7RT61SV',
  })
})

test('a failure has no metadata, and a code may have letters', () => {
  const failure = `{"Body":{"stkCallback":{"MerchantRequestID":"a","CheckoutRequestID":"b","ResultCode":"SFC_IC0003","ResultDesc":"x"}}}`
  expect(readStkCallback(failure)).toMatchObject({
    resultCode: 'SFC_IC0003',
    amountShillings: undefined,
    receipt: undefined,
  })
})

test.each([
  '',
  'null',
  '[]',
  '{}',
  '{"Body":{}}',
  '{"Body":{"stkCallback":{"ResultCode":0}}}',
  '{"Body":',
  '<html>',
])('%j is no callback', (text) => {
  expect(readStkCallback(text)).toBeUndefined()
})

test.each([
  ['"1e309"', undefined],
  ['1e309', Number.POSITIVE_INFINITY],
  ['true', undefined],
  ['{}', undefined],
  ['"KSh 5"', undefined],
])('an amount of %s is read as it is, for others to judge', (value, amount) => {
  expect(readStkCallback(success.replace('1.00', value))?.amountShillings).toBe(amount)
})

test('what PostgreSQL cannot keep is not read: no NUL in a text, and no id or code without end', () => {
  const read = (from: string, to: string) => readStkCallback(success.replace(from, to))
  expect(read('"ResultCode":0', '"ResultCode":"\\u0000"')?.resultCode).toBe('\ufffd')
  expect(read('29115-', '\\u0000')?.merchantRequestId).toBe('\ufffd34620561-1')
  expect(read('29115', 'x'.repeat(5000))).toBeUndefined()
  expect(read('"ResultCode":0', `"ResultCode":"${'9'.repeat(5000)}"`)).toBeUndefined()
})

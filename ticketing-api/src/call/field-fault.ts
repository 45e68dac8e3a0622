import type { Faults } from '../locales/faults.ts'

/** What is wrong with one field, before it is put into words. */
export interface FieldFault {
  /** RFC 6901. */
  pointer: string
  fault: keyof Faults
  values?: Record<string, string | number>
}

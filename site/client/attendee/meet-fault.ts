import { data, type LoaderFunctionArgs } from 'react-router'
import { z } from 'zod'
import { siteContext } from '../context.ts'
import { readTold } from '../tell-page.ts'

const met = z.object({ status: z.int().min(400).max(599) })

/** The fault that a form met. Without cookies nothing can be told in an address, and no form goes through. */
export function loader({ context, request }: LoaderFunctionArgs) {
  const read = met.safeParse(readTold(context.get(siteContext), request.url, 'fault'))
  throw data({}, { status: read.success ? read.data.status : 403 })
}

/** Never drawn: the page of the fault stands in for it. */
export default function MeetFault() {
  return null
}

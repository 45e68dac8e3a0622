import { data, type LoaderFunctionArgs } from 'react-router'
import { z } from 'zod'
import { siteContext } from '../context.ts'
import { readTold } from '../tell-page.ts'

const met = z.object({ status: z.int().min(400).max(599) })

/** Shows the fault of a form. Without cookies the address cannot carry it, and no form works either. */
export function loader({ context, request }: LoaderFunctionArgs) {
  const read = met.safeParse(readTold(context.get(siteContext), request.url, 'fault'))
  throw data({}, { status: read.success ? read.data.status : 403 })
}

/** Never rendered: the error page is shown instead. */
export default function MeetFault() {
  return null
}

import { data } from 'react-router'

const missing = () => {
  throw data({ code: 'not_found' }, { status: 404 })
}

export const loader = missing
export const action = missing

/** Never rendered: the error page is shown instead. */
export default function MissPage() {
  return null
}

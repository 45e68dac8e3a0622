import { data } from 'react-router'

const missing = () => {
  throw data({ code: 'not_found' }, { status: 404 })
}

export const loader = missing
export const action = missing

/** Never drawn: the page of the fault stands in for it. */
export default function MissPage() {
  return null
}

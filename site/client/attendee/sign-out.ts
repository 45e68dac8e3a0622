import { type ActionFunctionArgs, redirect } from 'react-router'
import { siteContext } from '../context.ts'

export const loader = () => redirect('/', 303)

export async function action({ context }: ActionFunctionArgs) {
  await context.get(siteContext).session.end()
  return redirect('/', 303)
}

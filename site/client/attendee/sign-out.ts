import { type ActionFunctionArgs, redirect } from 'react-router'
import { siteContext } from '../context.ts'

export const loader = () => redirect('/', 303)

export async function action({ context }: ActionFunctionArgs) {
  await context.get(siteContext).session.end()
  // On a shared phone, nothing stays in the browser.
  return redirect('/', { status: 303, headers: { 'Clear-Site-Data': '"cache"' } })
}

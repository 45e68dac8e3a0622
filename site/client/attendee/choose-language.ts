import { type ActionFunctionArgs, redirect } from 'react-router'
import { siteContext } from '../context.ts'
import { textOf } from '../forms.ts'
import { safePath } from '../safe-path.ts'

export const loader = () => redirect('/', 303)

export async function action({ context, request }: ActionFunctionArgs) {
  const form = await request.formData()
  context.get(siteContext).rememberLanguage(textOf(form, 'language'))
  return redirect(safePath(textOf(form, 'next'), '/'), 303)
}

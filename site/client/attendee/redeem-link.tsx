import { redeemEmailLink } from '@event-sphere/contract/auth'
import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
  useLoaderData,
} from 'react-router'
import { siteContext } from '../context.ts'
import { refused } from '../forms.ts'
import { sayIn, useWords } from '../locales/words.ts'
import { useRefused } from '../page.ts'
import { PostForm } from '../ui/post-form.tsx'
import { RefusalNotice } from './refusals/refusal-notice.tsx'

/** Opening the link does not use it up, because mail scanners open links too. Only the button does. */
export function loader({ context }: LoaderFunctionArgs) {
  const { language, session } = context.get(siteContext)
  return { title: sayIn(language)('redeem.title'), isSignedIn: session.user !== undefined }
}

export const meta: MetaFunction<typeof loader> = ({ loaderData }) => [
  { title: `${loaderData?.title} · Event-Sphere` },
  { name: 'robots', content: 'noindex' },
]

export async function action({ context, request, params }: ActionFunctionArgs) {
  const site = context.get(siteContext)
  const answer = await site.ticketing.call(redeemEmailLink, { body: { token: params.token ?? '' } })
  if (!answer.ok) return refused({ site, request, form: await request.formData() }, answer.problem)
  await site.session.start(answer.reply)
  return redirect('/tickets', 303)
}

export default function RedeemLink() {
  const { isSignedIn } = useLoaderData<typeof loader>()
  const result = useRefused()
  const { say } = useWords()
  return (
    <section className="narrow">
      <h1>{say('redeem.title')}</h1>
      <RefusalNotice />
      {result && result.problem.code !== 'unavailable' ? (
        <a className="button" href={isSignedIn ? '/tickets' : '/sign-in'}>
          {say(isSignedIn ? 'event.seeTickets' : 'redeem.newLink')}
        </a>
      ) : (
        <PostForm className="card form">
          <p>{say('redeem.text')}</p>
          <button className="button" type="submit">
            {say('redeem.submit')}
          </button>
        </PostForm>
      )}
    </section>
  )
}

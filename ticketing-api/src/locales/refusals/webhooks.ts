import type { RefusalWords } from './refusal-words.ts'

/** Webhooks of an organization. */
export const refusedWebhooksInEnglish = {
  webhook_exists: {
    title: 'You have a webhook of this address',
    detail: 'Change that one, or delete it first.',
  },
  too_many_webhooks: {
    title: 'You have as many webhooks as there can be',
    detail: 'Delete one that you no longer use, or let one receiver pass things on.',
  },
  webhook_disabled: {
    title: 'This webhook is switched off',
    detail: 'Switch it on first; then ask for what failed to be sent again.',
  },
  webhook_url_refused: {
    title: 'Nothing can be sent to this address',
    detail:
      'Use an https address on the open internet, on port 443 or 8443, without a user name or password in it.',
  },
} satisfies Partial<RefusalWords>

export const refusedWebhooksInSwahili: typeof refusedWebhooksInEnglish = {
  webhook_exists: {
    title: 'Tayari una webhook ya anwani hii',
    detail: 'Badilisha iliyopo, au uifute kwanza.',
  },
  too_many_webhooks: {
    title: 'Idadi ya webhook imefika kikomo',
    detail: 'Futa usiyoitumia tena, au tumia mfumo mmoja kupokea na kupitisha kwa mingine.',
  },
  webhook_disabled: {
    title: 'Webhook hii imezimwa',
    detail: 'Iwashe kwanza, kisha uombe zilizoshindikana zitumwe tena.',
  },
  webhook_url_refused: {
    title: 'Haiwezekani kutuma kwenye anwani hii',
    detail:
      'Tumia anwani ya https iliyo kwenye mtandao wa wazi, mlango 443 au 8443, bila jina la mtumiaji wala nenosiri ndani yake.',
  },
}

import type { MatterKind } from '@event-sphere/contract/matters'
import type { RefusalCode } from '@event-sphere/contract/refusals'

const minute = 60
const hour = 60 * minute
const day = 24 * hour

export interface Limit {
  most: number
  seconds: number
  /** Its time starts anew with each use: what is under way may not be forgotten in the middle. */
  slides?: boolean
  /** The refusal code; `rate_limited` by default. */
  refusal?: RefusalCode
  /** If it is used up, a person should know. */
  matter?: MatterKind
}

/**
 * How much of what within how long. Limits of a network are wide: a Kenyan operator or a company puts everybody
 * behind one address, so they only bound what one stranger can spoil for all others.
 */
export const limits = {
  /** Of one mailbox from one network, so that nobody uses up somebody else's. */
  'register.mailbox': { most: 5, seconds: 10 * minute },
  'register.browser': { most: 60, seconds: hour },
  'register.network': { most: 300, seconds: 10 * minute },
  /** Wrong passwords for one account from one network. */
  'login.account': { most: 5, seconds: minute },
  /** The same from a browser or network from which its owner has signed in before. */
  'login.known': { most: 10, seconds: minute },
  'login.network': { most: 60, seconds: minute },
  /** One wrong password for whatever accounts, from one network. */
  'login.password': { most: 10, seconds: hour },
  /** Wrong passwords for one account from wherever its owner has never been: 80 a day, of all networks together. */
  'login.strangers': {
    most: 20,
    seconds: 6 * hour,
    refusal: 'sign_in_by_link',
    matter: 'password_guessing',
  },
  /** Accounts on which one wrong password is tried, from wherever. */
  'login.spray': { most: 20, seconds: hour, refusal: 'sign_in_by_link', matter: 'password_guessing' },
  'link.mailbox': { most: 3, seconds: 10 * minute },
  'link.network': { most: 120, seconds: 10 * minute },
  /** Seats that an unproven mailbox is just about to get; what it has already is counted with them. */
  'seats.mailbox': { most: 6, seconds: minute, slides: true, refusal: 'mailbox_unproven' },
  'seats.network': { most: 200, seconds: 30 * minute, refusal: 'mailbox_unproven' },
  'seats.network.unpaid': { most: 80, seconds: 30 * minute, refusal: 'mailbox_unproven' },
  'mail.mailbox': { most: 1, seconds: 5 * minute },
  /** Of a phone, for all accounts together that have never paid from it. */
  'prompt.phone': { most: 12, seconds: day, matter: 'prompts_used_up' },
  /** The share that all accounts in one network may use; the rest is left for other networks. */
  'prompt.phone.network': { most: 8, seconds: day },
  /** Of one account that has paid from this phone before: nobody else uses it up. */
  'prompt.phone.payer': { most: 12, seconds: day, matter: 'prompts_used_up' },
  'prompt.account': { most: 5, seconds: day, matter: 'prompts_used_up' },
  'prompt.browser': { most: 6, seconds: day },
  'prompt.network': { most: 35, seconds: 10 * minute },
  'prompt.all': { most: 600, seconds: minute, matter: 'prompts_used_up' },
  'scan.miss': { most: 10, seconds: minute },
} satisfies Record<string, Limit>
export type LimitName = keyof typeof limits
export const limitOf = (name: LimitName): Limit => limits[name]

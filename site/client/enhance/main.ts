import { offerCopying } from './copy.ts'
import { countDown } from './count-down.ts'
import { followPayment } from './follow-payment.ts'
import { guardForms } from './guard-forms.ts'

// Everything works without this script; it only makes some things smoother.
const enhance = () => {
  offerCopying()
  countDown(() => void refresh())
}
const refresh = followPayment(enhance)

guardForms()
enhance()

import { offerCopying } from './copy.ts'
import { countDown } from './count-down.ts'
import { followPayment } from './follow-payment.ts'
import { guardForms } from './guard-forms.ts'

// Everything on the page works without this; it only makes some of it smoother.
const enhance = () => {
  offerCopying()
  countDown(() => void refresh())
}
const refresh = followPayment(enhance)

guardForms()
enhance()

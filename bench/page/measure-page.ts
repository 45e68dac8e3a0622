import { breakGround, startStreet } from '@event-sphere/journeys/street/start-street'
import { weighPage } from './weigh-page.ts'

/** The most bytes that a page may transfer, compressed: the median phone user in Eldoret pays for each of them. */
const budgets = { html: 14_000, css: 15_000, js: 50_000, total: 150_000 }

/** The summit's page as a browser loads it: compressed transfer and JavaScript, against the budgets. */
export async function measurePage() {
  const ground = await breakGround()
  try {
    const street = await startStreet(ground)
    const weight = await weighPage(street.demonstration.site).finally(street.stop)
    const rows = Object.entries(budgets).map(([part, budget]) => {
      const bytes = weight[part as keyof typeof budgets]
      return { part, bytes, budget, 'of the budget': `${Math.round((bytes / budget) * 100)} %` }
    })
    console.table(rows)
    return { ...weight, budgets }
  } finally {
    ground.clear()
  }
}

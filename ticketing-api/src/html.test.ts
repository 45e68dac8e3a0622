import { expect, test } from 'vitest'
import { html } from './html.ts'

test('what a person wrote cannot become markup, in text or in an attribute', () => {
  const wrote = `"><img src=x onerror='alert(1)'> & more`
  expect(html`<a title="${wrote}">${wrote}</a>`.text).toBe(
    `<a title="&quot;&gt;&lt;img src=x onerror=&#39;alert(1)&#39;&gt; &amp; more">` +
      `&quot;&gt;&lt;img src=x onerror=&#39;alert(1)&#39;&gt; &amp; more</a>`,
  )
})

test('markup stays markup, lists are joined, and what is absent leaves nothing', () => {
  const rows = ['a', 'b'].map((name) => html`<li>${name}</li>`)
  expect(html`<ul>${rows}</ul>${undefined}${null}${false}${0}`.text).toBe('<ul><li>a</li><li>b</li></ul>0')
})

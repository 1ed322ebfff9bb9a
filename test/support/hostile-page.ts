import { mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const page = `<!doctype html>
<html lang="en">
<head><title>MSP Casebook</title><link rel="icon" href="icon.svg"></head>
<body onload="window.ran = 'handler'">
<script>window.ran = 'inline'</script>
<a href="javascript:window.ran = 'link'">x</a>
<iframe name="inside"></iframe>
<script type="module" src="./attempts.js"></script>
</body>
</html>
`

/** What injected code would try first. On the root element it leaves what stopped each attempt, and what was violated. */
const attempts = `
const told = document.documentElement.dataset
const violated = new Set()
document.addEventListener('securitypolicyviolation', (event) => {
  violated.add(event.effectiveDirective)
  told.violated = [...violated].sort().join(' ')
})
const outcome = {}
const attempt = async (name, act) => {
  try { await act(); outcome[name] = 'done' } catch (error) { outcome[name] = error.name }
}
const add = (tag, properties) => document.body.append(Object.assign(document.createElement(tag), properties))
const elsewhere = 'http://127.0.0.1:9/'

await attempt('Function', () => new Function('return 1')())
await attempt('eval', () => (0, eval)('1'))
await attempt('string timer', () => setTimeout('window.ran = "timer"', 0))
await attempt('innerHTML', () => { document.body.innerHTML = '<b>x</b>' })
await attempt('trusted type policy', () => trustedTypes.createPolicy('any', { createHTML: (text) => text }))
await attempt('fetch from elsewhere', () => fetch(elsewhere))
await attempt('fetch from here', () => fetch('rpc/host.status', {
  method: 'POST', headers: { 'content-type': 'application/json' }, body: '{}',
}))
add('iframe', { src: elsewhere })
add('img', { src: elsewhere + 'pixel.png' })
add('link', { rel: 'stylesheet', href: elsewhere + 'style.css' })
add('style', { textContent: '@font-face { font-family: x; src: url(' + elsewhere + ') }' })
add('base', { href: elsewhere })
add('form', { action: elsewhere, target: 'inside', id: 'form' })
document.getElementById('form').submit()
told.cookie = document.cookie
told.outcome = JSON.stringify(outcome)
`

/** A built page with code in it that nobody wanted there. */
export async function hostilePages(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'casebook-'))
  await writeFile(join(folder, 'index.html'), page)
  await writeFile(join(folder, 'attempts.js'), attempts)
  await writeFile(join(folder, 'icon.svg'), '<svg xmlns="http://www.w3.org/2000/svg"/>')
  return folder
}

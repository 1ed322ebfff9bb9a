import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import './ui/fonts.css'
import './ui/tokens.css'
import './ui/base.css'
import { App } from './app/app.tsx'
import { fetchLaterScreens } from './app/later-screens.ts'
import { applyKeptAppearance } from './app/theme.ts'

/** The faces lie beside the page; a moment's wait for them is better than text that jumps. */
const FONTS = ['400 1em "Inter Variable"', '400 1em "JetBrains Mono Variable"']
const NO_LONGER_THAN = 400

applyKeptAppearance()
await Promise.race([
  Promise.allSettled(FONTS.map((font) => document.fonts.load(font))),
  new Promise((resolve) => setTimeout(resolve, NO_LONGER_THAN)),
])

const root = document.getElementById('root')
if (root) {
  createRoot(root).render(
    <StrictMode>
      <App />
    </StrictMode>,
  )
  fetchLaterScreens()
}

import type { DossierBlock, DossierLine, DossierView } from '../../../shared/contract/dossier-view.ts'
import { dossierText as text } from '../../../shared/text/dossier.ts'
import { DOSSIER_STYLE } from './dossier-style.ts'
import { html, Markup } from './html.ts'

/** A dossier as one page that needs nothing else. It loads nothing and runs nothing, whatever its texts hold. */
export function dossierPage({ title, lead, practice, blocks, made }: DossierView): string {
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src data:">
<meta name="referrer" content="no-referrer">
<title>${title}</title>
<style>${new Markup(DOSSIER_STYLE)}</style>
</head>
<body>
<header>
<h1>${title}</h1>
${lead.map((line) => html`<p>${line}</p>`)}
${practice === null ? null : html`<p class="practice">${practice}</p>`}
</header>
<main>
${blocks.map(blockMarkup)}
</main>
<footer><p>${made}</p></footer>
</body>
</html>
`.text
}

function blockMarkup(block: DossierBlock): Markup {
  switch (block.kind) {
    case 'heading':
      return block.level === 2 ? html`<h2>${block.text}</h2>` : html`<h3>${block.text}</h3>`
    case 'quiet':
      return html`<p class="quiet">${block.text}</p>`
    case 'verbatim':
      return html`<pre>${block.text}</pre>`
    case 'pairs':
      return html`<table class="pairs"><tbody>${block.rows.map(
        ({ name, cell }) => html`<tr><th scope="row">${name}</th><td>${cell.map(lineMarkup)}</td></tr>`,
      )}</tbody></table>`
    case 'table':
      if (block.rows.length === 0) return html`<p class="quiet">${text.none}</p>`
      return html`<table><thead><tr>${block.heads.map((head) => html`<th scope="col">${head}</th>`)}</tr></thead><tbody>${block.rows.map(
        (row) => html`<tr>${row.map((cell) => html`<td>${cell.map(lineMarkup)}</td>`)}</tr>`,
      )}</tbody></table>`
  }
}

function lineMarkup({ text: said, look, picture }: DossierLine): Markup {
  if (picture !== null) {
    const address = `data:${picture.type};base64,${picture.base64}`
    return html`<figure><img src="${address}" alt="${said}"><figcaption>${said}</figcaption></figure>`
  }
  return look === 'plain' ? html`<p>${said}</p>` : html`<p class="${look}">${said}</p>`
}
